// title: Due for review
// title_zh: 应复审的标准
// description: Editions in force whose year lies five years or more before the latest entry into force on record.
// description_zh: 现行版本中，发布年份距数据中最近实施年份已满五年者。
// parameters:
//   years: {type: integer, default: 5, description: "years after which a review is due", description_zh: "复审年限"}
//   body: {type: text, default: "", description: "prefix or publisher, such as GB/T; empty for all", description_zh: "标准代号，如 GB/T；空为全部"}
//   committee: {type: text, default: "", description: "reference or title of a technical committee; empty for all", description_zh: "技术委员会编号或名称；空为全部"}
//   ics: {type: text, default: "", description: "beginning of an ICS code; empty for all", description_zh: "ICS 分类号的开头；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   designation: {zh: 标准编号, en: designation}
//   title: {zh: 名称, en: title}
//   year: {zh: 年份, en: year}
//   age: {zh: 年龄, en: age in years}
//   committee: {zh: 归口单位, en: committee}

MATCH (newest:Edition)
WHERE newest.status = 'in_force' AND newest.valid_from IS NOT NULL
WITH toInteger(left(max(newest.valid_from), 4)) AS this_year
MATCH (standard:Standard)<-[:EDITION_OF]-(edition:Edition)
WHERE edition.status = 'in_force' AND this_year - edition.year >= $years AND ($body = '' OR edition.body = $body)
  AND ($ics = '' OR EXISTS {
    MATCH (edition)-[:CLASSIFIED_AS]->(class:Classification) WHERE class.scheme = 'ics' AND class.code STARTS WITH $ics
  })
OPTIONAL MATCH (standard)-[:ADMINISTERED_BY]->(administrator)
WITH edition, this_year, min(administrator.title) AS committee, count(CASE WHEN administrator.uid = 'tc:' + $committee
  OR administrator.title = $committee THEN 1 END) AS matches
WHERE $committee = '' OR matches > 0
RETURN edition.designation AS designation, edition.title AS title, edition.year AS year,
  this_year - edition.year AS age, committee AS committee
ORDER BY year, designation
LIMIT $limit
