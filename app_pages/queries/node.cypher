MATCH (n:Technology {uid: $uid})
RETURN properties(n) AS facts
ORDER BY n.uid
