// title: What a standard refers to
// title_zh: 标准引用了什么
// description: Standards an edition or a standard refers to, normatively or not.
// description_zh: 某标准（或其某一版本）规范性或资料性引用的标准。
// parameters:
//   designation: {type: text, default: "", description: "designation of a standard or an edition; empty for all", description_zh: "标准编号，可带年份；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   source: {zh: 引用标准, en: referring standard}
//   relation: {zh: 关系, en: relation}
//   target: {zh: 被引标准, en: cited standard}
//   title: {zh: 名称, en: title}
//   status: {zh: 状态, en: status}
//   quote: {zh: 原文, en: quote}

MATCH (source)-[reference:NORMATIVELY_REFERENCES|REFERENCES]->(target)
WHERE $designation = '' OR source.designation = $designation OR source.designation STARTS WITH $designation + '-'
  OR source.designation STARTS WITH $designation + ':'
RETURN DISTINCT source.designation AS source, type(reference) AS relation, target.designation AS target,
  target.title AS title, target.status AS status, reference.quote AS quote
ORDER BY source, target, relation, quote
LIMIT $limit
