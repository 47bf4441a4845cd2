MATCH (:Actor|Item|Place {id: $subject})<-[:SUBJECT]-(c:Claim)
