// title: Search by name
// title_zh: 按名称查找
// description: Nodes whose name, in Chinese or English, or designation contains a text; short names first.
// description_zh: 中文名、英文名或标准编号包含某段文字的节点，名称短者在前。
// parameters:
//   text: {type: text, default: 标准化, description: "text to look for", description_zh: "要查找的文字"}
//   label: {type: text, default: "", description: "class, such as Standard or Technology; empty for all", description_zh: "类别，如 Standard、Technology；空为全部"}
//   limit: {type: integer, default: 50, description: "most rows", description_zh: "最多行数"}
// returns:
//   uid: {zh: 标识, en: identifier}
//   class: {zh: 类别, en: class}
//   title_zh: {zh: 中文名称, en: title (zh)}
//   title_en: {zh: 英文名称, en: title (en)}

MATCH (node)
WHERE ($label = '' OR labels(node)[0] = $label)
  AND (toLower(node.title) CONTAINS toLower($text) OR toLower(node.title_zh) CONTAINS toLower($text)
    OR toLower(node.title_en) CONTAINS toLower($text) OR toLower(node.designation) CONTAINS toLower($text))
RETURN node.uid AS uid, labels(node)[0] AS class, coalesce(node.title_zh, node.title) AS title_zh,
  node.title_en AS title_en
ORDER BY size(node.title), uid
LIMIT $limit
