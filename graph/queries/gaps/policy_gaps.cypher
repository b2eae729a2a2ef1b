// title: Policy gaps
// title_zh: 政策缺口
// description: "What provisions ask for where no standard in force is known. Whether it is missing or not on record depends on the scope of the sources: see the gap table."
// description_zh: 条款提出要求、而数据中没有现行标准的技术。确属缺口还是来源未收，取决于来源范围，见缺口表。
// parameters:
//   policy: {type: text, default: "", description: "uid of a policy; empty for all", description_zh: "政策的标识；空为全部"}
//   probability: {type: number, default: 0.5, description: "least probability that a standard or patent is about the technology", description_zh: "标准或专利属于该技术的最低概率"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   technology: {zh: 技术标识, en: technology}
//   title_zh: {zh: 中文名称, en: title (zh)}
//   title_en: {zh: 英文名称, en: title (en)}
//   provision: {zh: 条款标识, en: provision}
//   heading: {zh: 条款标题, en: heading}
//   ask: {zh: 要求, en: ask}
//   modality: {zh: 力度, en: modality}
//   quote: {zh: 原文, en: quote}

MATCH (provision:Provision)-[asks:CALLS_FOR]->(technology:Technology)
WHERE technology.aggregate = false
  AND ($policy = '' OR EXISTS { MATCH (provision)-[:PART_OF*1..6]->(policy:Policy) WHERE policy.uid = $policy })
  AND NOT EXISTS {
    MATCH (technology)<-[covers:COVERS]-(:Standard)<-[:EDITION_OF]-(edition:Edition)
    WHERE covers.probability >= $probability AND edition.status = 'in_force'
  }
RETURN DISTINCT technology.uid AS technology, technology.title_zh AS title_zh, technology.title_en AS title_en,
  provision.uid AS provision, provision.heading AS heading, asks.ask AS ask, asks.modality AS modality,
  asks.quote AS quote
ORDER BY technology, provision, ask, quote
LIMIT $limit
