// title: Declarations of essential patents
// title_zh: 标准必要专利声明
// description: Declarations by standard and declarant. Declared is neither essential nor coverage.
// description_zh: 按标准和声明人汇总的声明数。声明不等于必要，也不等于标准覆盖。
// parameters:
//   designation: {type: text, default: "", description: "designation of a standard or an edition; empty for all", description_zh: "标准编号，可带年份；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   designation: {zh: 标准编号, en: designation}
//   title: {zh: 名称, en: title}
//   declarant: {zh: 声明人, en: declarant}
//   declarations: {zh: 声明数, en: declarations}
//   first: {zh: 最早, en: first}
//   latest: {zh: 最近, en: latest}

MATCH (declaration:SepDeclaration)-[:DECLARED_ESSENTIAL_TO]->(standard)
WHERE $designation = '' OR standard.designation = $designation
RETURN standard.designation AS designation, standard.title AS title, declaration.declarant AS declarant,
  count(DISTINCT declaration.uid) AS declarations, min(declaration.declared) AS first,
  max(declaration.declared) AS latest
ORDER BY declarations DESC, designation, declarant
LIMIT $limit
