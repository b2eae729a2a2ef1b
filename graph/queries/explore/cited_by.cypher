// title: Who cites a standard
// title_zh: 谁引用了该标准
// description: Policies, provisions, patents, documents and standards that cite, adopt or mandate a standard or one of its editions.
// description_zh: 援引、采用或强制执行某标准（或其某一版本）的政策、条款、专利、文档和标准。
// parameters:
//   designation: {type: text, default: "", description: "designation of a standard or an edition; empty for all", description_zh: "标准编号，可带年份；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   cited: {zh: 被引标准, en: cited standard}
//   relation: {zh: 关系, en: relation}
//   citing: {zh: 引用者标识, en: citing}
//   citing_title: {zh: 引用者名称, en: title of the citing}
//   quote: {zh: 原文, en: quote}
//   document: {zh: 来源文档, en: document}

MATCH (citing)-[citation:CITES|MANDATES|NORMATIVELY_REFERENCES|REFERENCES|ADOPTS]->(cited)
WHERE cited.designation IS NOT NULL
  AND ($designation = '' OR cited.designation = $designation OR cited.designation STARTS WITH $designation + '-'
    OR cited.designation STARTS WITH $designation + ':')
RETURN DISTINCT cited.designation AS cited, type(citation) AS relation, citing.uid AS citing,
  citing.title AS citing_title, citation.quote AS quote, citation.document AS document
ORDER BY cited, relation, citing, quote, document
LIMIT $limit
