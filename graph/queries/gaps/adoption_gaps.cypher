// title: Adoption gaps
// title_zh: 采标缺口
// description: International standards in force, by technology, that no national standard on record adopts.
// description_zh: 按技术列出的、数据中没有国家标准采用的现行国际标准。
// parameters:
//   technology: {type: text, default: "", description: "uid or title of a technology; empty for all", description_zh: "技术的标识或名称；空为全部"}
//   probability: {type: number, default: 0.5, description: "least probability that a standard or patent is about the technology", description_zh: "标准或专利属于该技术的最低概率"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   technology: {zh: 技术标识, en: technology}
//   title_zh: {zh: 中文名称, en: title (zh)}
//   designation: {zh: 标准编号, en: designation}
//   title: {zh: 名称, en: title}
//   probability: {zh: 概率, en: probability}

MATCH (technology:Technology)<-[covers:COVERS]-(standard:Standard)
WHERE standard.tier = 'international' AND covers.probability >= $probability
  AND ($technology = '' OR technology.uid = $technology OR technology.title_zh = $technology OR technology.title_en = $technology)
  AND EXISTS { MATCH (standard)<-[:EDITION_OF]-(edition:Edition) WHERE edition.status = 'in_force' }
  AND NOT EXISTS { MATCH (standard)<-[:ADOPTS]-(national) WHERE national.tier = 'national' }
  AND NOT EXISTS {
    MATCH (standard)<-[:EDITION_OF]-(:Edition)<-[:ADOPTS]-(national) WHERE national.tier = 'national'
  }
RETURN technology.uid AS technology, technology.title_zh AS title_zh, standard.designation AS designation,
  standard.title AS title, max(covers.probability) AS probability
ORDER BY technology, probability DESC, designation
LIMIT $limit
