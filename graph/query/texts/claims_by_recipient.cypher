MATCH (:Actor|Item|Place {id: $recipient})<-[:RECIPIENT]-(c:Claim)
