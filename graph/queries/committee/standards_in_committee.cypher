// title: Standards of a committee
// title_zh: 委员会归口的标准
// description: Editions that a technical committee or body administers.
// description_zh: 某技术委员会或单位归口的标准版本。
// parameters:
//   committee: {type: text, default: "", description: "reference or title of a technical committee; empty for all", description_zh: "技术委员会编号或名称；空为全部"}
//   status: {type: text, default: in_force, description: "status of the edition; empty for all", description_zh: "版本状态；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   committee: {zh: 归口单位, en: committee}
//   designation: {zh: 标准编号, en: designation}
//   title: {zh: 名称, en: title}
//   status: {zh: 状态, en: status}
//   valid_from: {zh: 实施日期, en: in force from}

MATCH (administrator)<-[:ADMINISTERED_BY]-(standard:Standard)<-[:EDITION_OF]-(edition:Edition)
WHERE ($status = '' OR edition.status = $status)
  AND ($committee = '' OR administrator.uid = 'tc:' + $committee OR administrator.title = $committee)
RETURN DISTINCT administrator.title AS committee, edition.designation AS designation, edition.title AS title,
  edition.status AS status, edition.valid_from AS valid_from
ORDER BY committee, designation
LIMIT $limit
