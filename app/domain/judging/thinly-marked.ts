/** Works with a place that fewer than half as many judges marked as the work that most marked: an absence, or a slip. */
export function thinlyMarked<Work extends { standing: string; judges: number }>(works: readonly Work[]): Work[] {
  const most = Math.max(0, ...works.map(({ judges }) => judges))
  return works.filter(({ standing, judges }) => standing === 'place' && judges * 2 < most)
}
