/** The zone of what belongs to no single event: today’s date on the front page, the season’s months. */
export const houseZone = 'Asia/Shanghai'
