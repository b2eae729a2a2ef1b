MATCH (n:Technology {uid: $uid})<-[r]-()
RETURN type(r) AS relation, count(r) AS total
ORDER BY relation
