// title: Citing withdrawn editions
// title_zh: 引用废止标准的文件
// description: Policies, provisions and patents that cite an edition no longer in force.
// description_zh: 援引了已不再有效版本的政策、条款和专利。
// parameters:
//   body: {type: text, default: "", description: "prefix or publisher, such as GB/T; empty for all", description_zh: "标准代号，如 GB/T；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   citing: {zh: 引用者标识, en: citing}
//   citing_title: {zh: 引用者名称, en: title of the citing}
//   cited: {zh: 被引版本, en: cited edition}
//   status: {zh: 状态, en: status}
//   quote: {zh: 原文, en: quote}
//   document: {zh: 来源文档, en: document}

MATCH (citing)-[citation:CITES|MANDATES]->(cited:Edition)
WHERE cited.status IN ['superseded', 'withdrawn'] AND ($body = '' OR cited.body = $body)
RETURN DISTINCT citing.uid AS citing, citing.title AS citing_title, cited.designation AS cited, cited.status AS status,
  citation.quote AS quote, citation.document AS document
ORDER BY citing, cited, quote, document
LIMIT $limit
