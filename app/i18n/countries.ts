import type { Lang } from './language'

// ISO 3166-1 alpha-2
const CODES =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'

/** Named as forms in China name them. */
const OWN: Record<string, { zh: string; en: string }> = {
  HK: { zh: '中国香港', en: 'Hong Kong, China' },
  MO: { zh: '中国澳门', en: 'Macao, China' },
  TW: { zh: '中国台湾', en: 'Taiwan, China' },
}

export function countryName(code: string, lang: Lang): string {
  const own = OWN[code]
  if (own) return lang === 'en' ? own.en : own.zh
  return new Intl.DisplayNames([lang], { type: 'region', fallback: 'code' }).of(code) ?? code
}

/** Countries and regions in the order of the language, China and its regions first. */
export function countries(lang: Lang): { value: string; label: string }[] {
  const first = ['CN', 'HK', 'MO', 'TW']
  const collator = new Intl.Collator(lang)
  const rest = CODES.split(' ')
    .filter((code) => !first.includes(code))
    .map((value) => ({ value, label: countryName(value, lang) }))
    .sort((a, b) => collator.compare(a.label, b.label))
  return [...first.map((value) => ({ value, label: countryName(value, lang) })), ...rest]
}
