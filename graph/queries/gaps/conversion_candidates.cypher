// title: Candidates for conversion
// title_zh: 成果转化候选
// description: "Granted patents of technologies without a Chinese standard in force: candidates for turning results into standards."
// description_zh: 没有中国现行标准的技术所对应的授权专利：科技成果转化为标准的候选。
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

MATCH (technology:Technology)
WHERE technology.aggregate = false
  AND ($technology = '' OR technology.uid = $technology OR technology.title_zh = $technology
    OR technology.title_en = $technology)
  AND NOT EXISTS {
    MATCH (technology)<-[about:COVERS]-(standard:Standard)<-[:EDITION_OF]-(edition:Edition)
    WHERE about.probability >= $probability AND edition.status = 'in_force'
      AND standard.tier IN ['national', 'sector', 'local', 'group', 'enterprise']
  }
MATCH (technology)<-[covers:COVERS]-(patent:Patent)
WHERE covers.probability >= $probability
  AND (patent.kind STARTS WITH 'B' OR patent.kind STARTS WITH 'C' OR patent.kind STARTS WITH 'U'
    OR patent.kind STARTS WITH 'Y')
RETURN DISTINCT technology.uid AS technology, technology.title_zh AS title_zh,
  patent.publication_number AS patent, patent.title AS title, patent.published AS published,
  patent.applicant AS applicant
ORDER BY technology, published, patent
LIMIT $limit
