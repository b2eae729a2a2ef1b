// title: Regional overlaps
// title_zh: 区域重复
// description: Technologies that several provinces standardise apart, with the local standards in force.
// description_zh: 多个省份各自制定地方标准的技术及其现行地方标准。
// parameters:
//   probability: {type: number, default: 0.5, description: "least probability that a standard or patent is about the technology", description_zh: "标准或专利属于该技术的最低概率"}
//   regions: {type: integer, default: 2, description: "least number of provinces", description_zh: "至少涉及的省份数"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   technology: {zh: 技术标识, en: technology}
//   title_zh: {zh: 中文名称, en: title (zh)}
//   provinces: {zh: 省份数, en: provinces}
//   region: {zh: 地区代码, en: region}
//   designation: {zh: 标准编号, en: designation}
//   title: {zh: 名称, en: title}

MATCH (technology:Technology)<-[covers:COVERS]-(standard:Standard)<-[:EDITION_OF]-(edition:Edition)
WHERE technology.aggregate = false AND covers.probability >= $probability AND standard.tier = 'local'
  AND standard.region IS NOT NULL AND edition.status = 'in_force'
WITH technology, count(DISTINCT left(standard.region, 2)) AS provinces
WHERE provinces >= $regions
MATCH (technology)<-[about:COVERS]-(local:Standard)<-[:EDITION_OF]-(current:Edition)
WHERE about.probability >= $probability AND local.tier = 'local' AND local.region IS NOT NULL
  AND current.status = 'in_force'
RETURN DISTINCT technology.uid AS technology, technology.title_zh AS title_zh, provinces AS provinces,
  local.region AS region, local.designation AS designation, local.title AS title
ORDER BY provinces DESC, technology, region, designation
LIMIT $limit
