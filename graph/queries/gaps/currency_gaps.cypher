// title: Currency gaps
// title_zh: 时效缺口
// description: Editions in force that refer to a withdrawn or superseded edition, and what replaces it.
// description_zh: 引用了已废止或被代替版本的现行标准，以及代替它的版本。
// parameters:
//   body: {type: text, default: "", description: "prefix or publisher, such as GB/T; empty for all", description_zh: "标准代号，如 GB/T；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   designation: {zh: 标准编号, en: designation}
//   title: {zh: 名称, en: title}
//   cited: {zh: 被引版本, en: cited edition}
//   cited_status: {zh: 被引状态, en: status of the cited edition}
//   replaced_by: {zh: 代替版本, en: replaced by}
//   document: {zh: 来源文档, en: document}

MATCH (edition:Edition)-[reference:NORMATIVELY_REFERENCES|REFERENCES]->(cited:Edition)
WHERE edition.status = 'in_force' AND cited.status IN ['superseded', 'withdrawn']
  AND ($body = '' OR edition.body = $body)
OPTIONAL MATCH (newer:Edition)-[:REPLACES]->(cited)
RETURN edition.designation AS designation, edition.title AS title, cited.designation AS cited,
  cited.status AS cited_status, min(newer.designation) AS replaced_by, min(reference.document) AS document
ORDER BY designation, cited
LIMIT $limit
