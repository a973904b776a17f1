/** City and venue as one place. Chinese runs them together and names the town once: 浙江海宁 and 海宁会展中心 make 浙江海宁会展中心. */
export function placeText(city: string, venue: string, lang: string): string {
  if (lang === 'en') return [city, venue].filter(Boolean).join(', ')
  const shared = [...city].map((_, at) => city.slice(at)).find((end) => end.length > 1 && venue.startsWith(end)) ?? ''
  return city + venue.slice(shared.length)
}
