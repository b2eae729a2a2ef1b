# ruff: noqa: E501 (a row of a table stays one line)
"""Small real tables in full view → the records they make."""

import gzip
from pathlib import Path

import pytest

from errors import InputError
from graph.importers import IMPORTERS
from graph.importers.patents import main_groups
from graph.importers.table import as_date, user_source
from graph.records import Edge, Issue, Node
from graph.sources import Column, Source, TableFile

AS_OF = "2026-08-18"


def imported(tmp_path: Path, importer: str, text: str, **options: str) -> "Records":
    """The records of a table written as comma-separated lines, header first."""
    header, *_ = text.strip().splitlines()
    path = tmp_path / "table.csv.gz"
    path.write_bytes(gzip.compress(text.strip().encode() + b"\n"))
    table = TableFile(path, importer, tuple(Column(name, "", "") for name in header.split(",")), 0, options)
    about = ("s", "来源", "Source", "Publisher", "MIT", "MIT.", "2026-08", ("o",), 30, 0.98)
    return Records(IMPORTERS[importer](Source(*about, files=(table,), scope=()), table, AS_OF))


class Records:
    """What an importer made, by kind, to look at."""

    def __init__(self, records):
        found = list(records)
        self.nodes = {record.uid: record.properties for record in found if isinstance(record, Node)}
        self.edges = [record for record in found if isinstance(record, Edge)]
        self.issues = [(record.kind, record.place, record.value) for record in found if isinstance(record, Issue)]

    def pairs(self, kind: str) -> list[tuple[str, str]]:
        return [(edge.source, edge.target) for edge in self.edges if edge.type == kind]

    def status(self) -> dict[str, str]:
        return {uid[3:]: facts["status"] for uid, facts in self.nodes.items() if uid.startswith("ed:")}


SAMPLE = """
number,title_zh,status,published,implemented,ics,ccs,committee,issuer,n_origins,origins,status_as_of,conflicts,flags
GB 14371-2024,危险品 爆炸品的认可和分项试验程序及配装要求,即将实施,2024-08-23,2025-09-01,13.300;71.100.30,A87,国家标准委,国家市场监督管理总局.,3,a;b;c,2026-07-10,status,
GB/T 2091-2008,工业磷酸,现行,1980-12-31,2008-09-01,71.060.30,G11,全国化学标准化技术委员会,,1,a,2025-03-25,,pub_year_mismatch
GB 4404.1-2008/XG1-2020,《粮食作物种子 第1部分：禾谷类》国家标准第1号修改单,作废,2020-10-11,2021-11-01,65.020.20,B22,,,1,a,2026-07-10,,amendment_sheet;pub_year_mismatch
DB50/T 867-2018,甲,现行,,2018-08-01,,,,重庆市质量技术监督局,1,a,2026-07-10,,
DB50/T 867-2020,乙,现行,,2020-08-01,,,,重庆市质量技术监督局,1,a,2026-07-10,,
T/SDSF 004-2022,紫椴繁育及造林技术规程[合订本],现行,2022-10-28,2022-11-01,65.020.01,B61,,山东林学会,1,a,2026-07-10,,bound_volume
LS/T 1301-2022GC/T1801-2022,两个编号连写,,,,,,,,1,a,,,
"""


def test_the_chinese_sample(tmp_path):
    made = imported(tmp_path, "cn_standards", SAMPLE)
    assert made.status() == {
        "GB 14371-2024": "in_force",  # 即将实施 when read, its day has come
        "GB/T 2091-2008": "in_force",
        "GB 4404.1-2008/XG1-2020": "withdrawn",
        "DB50/T 867-2018": "in_force",
        "DB50/T 867-2020": "in_force",
        "T/SDSF 004-2022": "in_force",
    }
    assert made.nodes["ed:GB 14371-2024"] == {
        "title": "危险品 爆炸品的认可和分项试验程序及配装要求",
        "title_zh": "危险品 爆炸品的认可和分项试验程序及配装要求",
        "designation": "GB 14371-2024",
        "body": "GB",
        "tier": "national",
        "year": 2024,
        "published": "2024-08-23",
        "valid_from": "2025-09-01",
        "source_status": "即将实施",
        "status": "in_force",
        "n_origins": 3,
        "sources": "s",
    }
    assert "published" not in made.nodes["ed:GB/T 2091-2008"]
    assert made.nodes["ed:GB 4404.1-2008/XG1-2020"]["year"] == 2020
    assert made.issues == [
        ("contradiction", "table.csv.gz row 1", "GB 14371-2024"),
        ("date", "table.csv.gz row 2", "GB/T 2091-2008"),
        ("designation", "table.csv.gz row 7", "LS/T 1301-2022GC/T1801-2022"),
    ]


def test_editions_of_one_work_are_one_standard_titled_as_the_newest(tmp_path):
    made = imported(tmp_path, "cn_standards", SAMPLE)
    assert made.nodes["std:DB50/T 867"] == {
        "title": "乙",
        "title_zh": "乙",
        "body": "DB50/T",
        "tier": "local",
        "designation": "DB50/T 867",
        "nature": "recommended",
        "region": "500000",
    }
    assert made.pairs("APPLIES_IN") == [("std:DB50/T 867", "region:500000")]
    assert made.nodes["std:GB 14371"]["nature"] == "mandatory"
    assert "nature" not in made.nodes["std:T/SDSF 004"]


def test_classes_committees_and_supplements_are_edges_with_their_cell(tmp_path):
    made = imported(tmp_path, "cn_standards", SAMPLE)
    assert made.pairs("CLASSIFIED_AS")[:3] == [
        ("ed:GB 14371-2024", "ics:13.300"),
        ("ed:GB 14371-2024", "ics:71.100.30"),
        ("ed:GB 14371-2024", "ccs:A87"),
    ]
    assert made.pairs("AMENDS") == [("ed:GB 4404.1-2008/XG1-2020", "ed:GB 4404.1-2008")]
    assert made.pairs("ADMINISTERED_BY") == [
        ("std:GB 14371", "org:国家标准委"),
        ("std:GB/T 2091", "org:全国化学标准化技术委员会"),
    ]
    for edge in made.edges:
        line = SAMPLE.strip().splitlines()[edge.evidence.row]
        assert edge.evidence.quote in line
        assert (edge.evidence.document, edge.evidence.confidence) == ("doc:s", 0.98)


def test_relations_as_written(tmp_path):
    made = imported(
        tmp_path,
        "cn_relations",
        """
from,relation,to
GB 11567.1-2001,replaces,GB 11567-1994部分
JT/T 630-2005,replaced_by,JT/T 630-2017
QC/T 252-1998,references,GB/T 12478-1990
GB 2894-2008,references,GB/T 10001(所有部分)
SY/T 5079-2014,references,QC/T 252
GB/T 11352-2009,adopts,ISO 3755:1991、ISO 4990:2003 修改采用
GB/T 19000-2016,adopts,ISO 9000:2015 等同采用
GB/T 4340.1-2009,references,#N/A
""",
    )
    assert [(edge.type, edge.source, edge.target, dict(edge.properties)) for edge in made.edges] == [
        ("REPLACES", "ed:GB 11567.1-2001", "ed:GB 11567-1994", {"partial": True}),
        ("REPLACES", "ed:JT/T 630-2017", "ed:JT/T 630-2005", {}),
        ("REFERENCES", "ed:QC/T 252-1998", "ed:GB/T 12478-1990", {"dated": True}),
        ("REFERENCES", "ed:GB 2894-2008", "std:GB/T 10001", {"dated": False, "all_parts": True}),
        ("REFERENCES", "ed:SY/T 5079-2014", "std:QC/T 252", {"dated": False}),
        ("ADOPTS", "ed:GB/T 11352-2009", "ed:ISO 3755:1991", {"degree": "MOD"}),
        ("ADOPTS", "ed:GB/T 11352-2009", "ed:ISO 4990:2003", {"degree": "MOD"}),
        ("ADOPTS", "ed:GB/T 19000-2016", "ed:ISO 9000:2015", {"degree": "IDT"}),
    ]
    assert made.issues == [("designation", "table.csv.gz row 8", "#N/A")]


def test_an_edition_cannot_adopt_a_younger_one(tmp_path):
    made = imported(
        tmp_path,
        "adoptions",
        """
number,degree,adopted
GB/T 16886.1-2022,IDT,ISO 10993-1:2018
GB/T 16886.12-2017,IDT,ISO 10993-12:2021
""",
    )
    assert made.pairs("ADOPTS") == [("ed:GB/T 16886.1-2022", "ed:ISO 10993-1:2018")]
    assert made.issues == [("contradiction", "table.csv.gz row 2", "ISO 10993-12:2021")]


def test_the_iso_catalogue(tmp_path):
    made = imported(
        tmp_path,
        "publications",
        """
number,title_en,edition,published,stage,doctype,ics,committee,replaces,replaced_by,recorded_as
ISO 7719:2012,Prevailing torque type all-metal hexagon regular nuts,3,2012-12,90.92,international-standard,21.060.20,ISO/TC 2/SC 12,ISO 7719:1997,ISO 7719;ISO 7719:2012/Cor 1:2013,
ISO 7719,Fasteners - Prevailing torque hexagon nuts,4,2025-06,60.00,international-standard,21.060.20,ISO/TC 2/SC 12,ISO 7719:2012;ISO 7719:2012/Cor 1:2013,,
ISO/IEC 7811-5:1995,Identification cards,2,1995-08,95.99,international-standard,35.240.15,ISO/IEC JTC 1/SC 17,ISO 7811-5:1985,ISO/IEC 7811-2:2001;ISO/IEC 7811-6:2001,
ISO 15442:2012/Amd 1:2015,Cranes - Amendment 1,2,2015,60.60,international-standard,53.020.20,ISO/TC 96/SC 6,,,
ISO 10033-1:2011/DAM 1,Laminated Veneer Lumber,1,2011,40.99,international-standard,79.060.99,ISO/TC 89/SC 3,,,
ISO 5132,Animal and vegetable fats and oils,1,2024-10,60.00,international-standard,67.200.10,ISO/TC 34/SC 11,,,ISO 5132:2024
""",
        family="iso",
    )
    assert made.status() == {
        "ISO 7719:2012": "in_force",
        "ISO 7719": "in_force",
        "ISO/IEC 7811-5:1995": "withdrawn",
        "ISO 15442:2012/Amd 1:2015": "in_force",
        "ISO 10033-1:2011/DAM 1": "draft",
    }
    assert made.pairs("REPLACES") == [
        ("ed:ISO 7719:2012", "ed:ISO 7719:1997"),
        ("ed:ISO 7719", "ed:ISO 7719:2012"),
        ("ed:ISO/IEC 7811-5:1995", "ed:ISO 7811-5:1985"),
        ("ed:ISO/IEC 7811-2:2001", "ed:ISO/IEC 7811-5:1995"),  # `updates` of the upstream table points to later ones
        ("ed:ISO/IEC 7811-6:2001", "ed:ISO/IEC 7811-5:1995"),
    ]
    assert made.pairs("AMENDS") == [
        ("ed:ISO 15442:2012/Amd 1:2015", "ed:ISO 15442:2012"),
        ("ed:ISO 10033-1:2011/DAM 1", "ed:ISO 10033-1:2011"),
    ]
    assert made.pairs("ADMINISTERED_BY")[0] == ("std:ISO 7719", "tc:ISO/TC 2/SC 12")
    assert "published" not in made.nodes["ed:ISO 10033-1:2011/DAM 1"]
    assert made.issues == []


def test_other_international_bodies(tmp_path):
    made = imported(
        tmp_path,
        "publications",
        """
number,title_en,published,stage,committee
IEC 60268-17:1990/COR1:1991,Corrigendum 1,1991-09-01,PUBLISHED,TC 100/TA 20
ITU-T G.709/Y.1331 (02/2012),Interfaces for the optical transport network,2012-02-13,REVISED,ITU-T Study Group 15
IEC 61970-452:2017,Energy management system,2017-07-26,ANULLED,TC 57
""",
        family="iec",
    )
    assert made.pairs("EDITION_OF")[1] == ("ed:ITU-T G.709/Y.1331 (02/2012)", "std:ITU-T G.709/Y.1331")
    assert made.pairs("ADMINISTERED_BY")[0][1] == "tc:IEC/TC 100/TA 20"
    assert made.issues == [("status", "table.csv.gz row 3", "ANULLED")]


def test_the_medical_device_register(tmp_path):
    made = imported(
        tmp_path,
        "register",
        """
number,title_zh,published,implemented,status,domain,subdomain
GB/T 42061-2022,医疗器械 质量管理体系 用于法规的要求,2022-10-14,2023-11-01,现行,医疗器械质量,管理
YY/T 0287-2017,甲,2017-01-19,2027-05-01,现行,医疗器械质量,管理
""",
    )
    assert made.status() == {"GB/T 42061-2022": "in_force", "YY/T 0287-2017": "upcoming"}
    assert made.pairs("BROADER") == [("nmpa:医疗器械质量/管理", "nmpa:医疗器械质量")]
    assert made.nodes["std:YY/T 0287"]["tier"] == "sector"


def test_local_engineering_standards(tmp_path):
    made = imported(
        tmp_path,
        "local_engineering",
        """
region,number,title_zh,status,replaced_by,replaced_on
500000,DBJ50/T-047-2024,建筑地基基础设计标准,current,,
500000,DBJ50-047-2016,建筑地基基础设计规范,non_current,DBJ50/T-047-2024,2025-03-01
530000,云建科〔1988〕524号,文号,non_current,,
""",
    )
    assert made.status() == {"DBJ50/T-047-2024": "in_force", "DBJ50-047-2016": "withdrawn"}
    assert made.pairs("REPLACES") == [("ed:DBJ50/T-047-2024", "ed:DBJ50-047-2016")]
    assert [kind for kind, _, _ in made.issues] == ["designation"]


def test_patents_keep_number_title_dates_and_classes(tmp_path):
    made = imported(
        tmp_path,
        "patents",
        """
number,kind,published,filed,title_zh,applicant,ipc
CN109997186A,invention_published,2019-07-09,2016-09-09,一种用于分类声环境的设备和方法,华为技术有限公司,G10L25/00;G01H7/00
CN305246987S,appearance_designed,2019-07-09,2019-01-24,蛋糕装饰巧克力公仔（蛇）,匠人之心（北京）产品设计有限公司,
GB/T 1.1,x,,,,,
""",
    )
    assert made.nodes["pat:CN109997186A"] == {
        "title": "一种用于分类声环境的设备和方法",
        "title_zh": "一种用于分类声环境的设备和方法",
        "publication_number": "CN109997186A",
        "kind": "A",
        "office": "CN",
        "published": "2019-07-09",
        "filed": "2016-09-09",
        "applicant": "华为技术有限公司",
    }
    assert [target for _, target in made.pairs("CLASSIFIED_AS")] == ["ipc:G10L25/00", "ipc:G01H7/00"]
    assert [kind for kind, _, _ in made.issues] == ["patent_number"]


def test_declared_is_not_covered(tmp_path):
    made = imported(
        tmp_path,
        "sep_declarations",
        """
declaration,declared,reflected,declarant,standard,tgpp,version,application,publications,family,explicit
ISLD-201107-009,2011-09-03,2011-09-14,NTT DOCOMO INC,TS 125 309 (RTS/TSGR-0225309v660) version 6.6.0 -- 3GPP TS 25.309 version 6.6.0,25.309,6.6.0,EP20060711571,EP1848154 A1 | EP1848154 B1,9014,1
""",
    )
    (uid,) = [uid for uid in made.nodes if uid.startswith("sep:")]
    assert made.pairs("DECLARED_ESSENTIAL_TO") == [(uid, "std:ETSI TS 125 309"), (uid, "std:3GPP TS 25.309")]
    assert made.pairs("DECLARES") == [(uid, "pat:EP1848154A1"), (uid, "pat:EP1848154B1")]
    assert {edge.type for edge in made.edges} == {"DECLARED_ESSENTIAL_TO", "DECLARES"}


def test_classifications_and_mappings(tmp_path):
    made = imported(
        tmp_path, "classes", "code,parent,title_en\n01,,Generalities\n01.020,01,Terminology\n", scheme="ics"
    )
    assert made.nodes["ics:01.020"] == {
        "title": "Terminology",
        "title_en": "Terminology",
        "scheme": "ics",
        "code": "01.020",
    }
    assert made.pairs("BROADER") == [("ics:01.020", "ics:01")]
    made = imported(tmp_path, "mappings", "code,target,match\nF21H,1,broad\n", scheme="ipc", target_scheme="wipo35")
    assert [(e.source, e.target, dict(e.properties)) for e in made.edges] == [
        ("ipc:F21H", "wipo35:1", {"match": "broad"})
    ]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("H04L 9/32; G06F21/60", {"H04L9/00": "H04L 9/32", "G06F21/00": "G06F21/60"}),
        ("A01M;G06F", {"A01M": "A01M", "G06F": "G06F"}),
        ("H01M10/0525(2010.01)|H01M10/42", {"H01M10/00": "H01M10/0525"}),
        ("01-01 (12)", {}),
    ],
)
def test_ipc_cells(cell, expected):
    assert main_groups(cell) == expected


USER = """标准号,标准名称,状态,发布日期,实施日期,ICS,CCS,归口单位,代替标准
GB/T 42061-2022,医疗器械 质量管理体系 用于法规的要求,现行,2022/10/14,2023年11月1日,11.040.01,C30,甲委员会(SAC/TC 221),YY/T 0287-2017
DB50/T 867-2018,甲,现行,2018-13-14,,,,,
不是标准号,乙,现行,,,,,,
"""


def of_user(path: Path) -> Records:
    source = user_source(path)
    return Records(IMPORTERS[source.files[0].importer](source, source.files[0], AS_OF))


def test_a_users_own_catalogue(tmp_path):
    path = tmp_path / "标准清单.csv"
    path.write_text(USER, encoding="utf-8")
    made = of_user(path)
    assert made.nodes["ed:GB/T 42061-2022"]["valid_from"] == "2023-11-01"
    assert made.pairs("REPLACES") == [("ed:GB/T 42061-2022", "ed:YY/T 0287-2017")]
    assert made.pairs("ADMINISTERED_BY") == [("std:GB/T 42061", "tc:SAC/TC 221")]
    assert made.issues == [
        ("date", "标准清单.csv row 2", "2018-13-14"),
        ("designation", "标准清单.csv row 3", "不是标准号"),
    ]
    assert not any(scope.complete for scope in user_source(path).scope)


def test_a_users_own_patents(tmp_path):
    path = tmp_path / "patents.csv"
    path.write_text("公开号,标题,申请人,IPC,申请日\nCN109997186A,甲,某公司,H04L 9/32,2016.09.09\n", encoding="utf-8")
    made = of_user(path)
    assert made.nodes["pat:CN109997186A"]["filed"] == "2016-09-09"
    assert made.pairs("CLASSIFIED_AS") == [("pat:CN109997186A", "ipc:H04L9/00")]


def test_a_sidecar_declares_a_users_table_complete(tmp_path):
    path = tmp_path / "export.csv"
    path.write_text(USER, encoding="utf-8")
    sidecar = tmp_path / "export.source.yaml"
    sidecar.write_text(
        "title: {zh: 导出, en: Export}\npublisher: 某局\nlicence: internal\nretrieved: '2026-08-01'\n"
        "scope:\n  - {tiers: [local], bodies: [DB50, DB50/T], field: '*', last: '2026-08-01', complete: true,"
        " note: {zh: 全部, en: all}}\n",
        encoding="utf-8",
    )
    (scope,) = user_source(path).scope
    assert (scope.tiers, scope.complete, scope.last) == (("local",), True, "2026-08-01")
    sidecar.write_text("title: {zh: 导出, en: Export}\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"export.source.yaml:source: missing key 'licence'"):
        user_source(path)


def test_a_users_table_that_vanished_is_one_line(tmp_path):
    with pytest.raises(InputError, match="table cannot be read"):
        user_source(tmp_path / "gone.csv")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-01-05", "2024-01-05"),
        ("2024/1/5", "2024-01-05"),
        ("2024.01.05", "2024-01-05"),
        ("2024年1月5日", "2024-01-05"),
        ("20240105", "2024-01-05"),
        ("2024-01-05 00:00:00", "2024-01-05"),
        ("2024-01-05T00:00:00", "2024-01-05"),
        ("2024年1月", "2024-01"),
        ("2024", "2024"),
        ("2024-02-30", ""),
        ("5.1.2024", ""),
        ("-1", ""),
    ],
)
def test_dates_of_users_tables(text, expected):
    assert as_date(text) == expected
