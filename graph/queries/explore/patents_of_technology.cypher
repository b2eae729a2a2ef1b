// title: Patents of a technology
// title_zh: 技术的专利
// description: Patents about a technology, the most probable first.
// description_zh: 属于某技术的专利，概率高者在前。
// parameters:
//   technology: {type: text, default: "", description: "uid or title of a technology; empty for all", description_zh: "技术的标识或名称；空为全部"}
//   probability: {type: number, default: 0.5, description: "least probability that a standard or patent is about the technology", description_zh: "标准或专利属于该技术的最低概率"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   technology: {zh: 技术标识, en: technology}
//   title_zh: {zh: 中文名称, en: title (zh)}
//   patent: {zh: 公开号, en: publication number}
//   title: {zh: 名称, en: title}
//   published: {zh: 公开日期, en: published}
//   applicant: {zh: 申请人, en: applicant}
//   probability: {zh: 概率, en: probability}

MATCH (technology:Technology)<-[covers:COVERS]-(patent:Patent)
WHERE covers.probability >= $probability
  AND ($technology = '' OR technology.uid = $technology OR technology.title_zh = $technology OR technology.title_en = $technology)
RETURN technology.uid AS technology, technology.title_zh AS title_zh, patent.publication_number AS patent,
  patent.title AS title, patent.published AS published, patent.applicant AS applicant,
  max(covers.probability) AS probability
ORDER BY technology, probability DESC, patent
LIMIT $limit
