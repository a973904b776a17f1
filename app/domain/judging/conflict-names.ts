/** A person’s name as compared: width, case, accents and dots do not matter, nor the order of Latin words. */
export function normalName(name: string): string {
  const plain = unaccented(name)
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  return isHan(plain) ? words.join('') : words.sort().join(' ')
}

const chineseForms = /(股份有限公司|有限责任公司|集团有限公司|有限公司|集团公司|总公司|分公司|公司|集团)+$/u
const latinForms = /\b(the|co|company|ltd|limited|inc|llc|gmbh|ag|sa|srl|spa|bv|plc|corp|corporation|group)\b/gu
const chineseSchool = /^.*?(?:大学|学院)/u
const latinSchool = /\b(college|institute|academy|polytechnic)\b/u

/**
 * An organisation as compared: without width, case, accents, punctuation, bracketed additions, legal form and, for
 * a school, the faculty: 东华大学服装与艺术设计学院 and 东华大学 are one. Empty when nothing is left to compare.
 */
export function normalOrganisation(name: string): string {
  const plain = unaccented(name).replace(/\([^)]*\)|【[^】]*】|\[[^\]]*\]/gu, ' ')
  if (isHan(plain)) {
    const bare = plain.replace(/[^\p{L}\p{N}]+/gu, '')
    return chineseSchool.exec(bare)?.[0] ?? bare.replace(chineseForms, '')
  }
  const parts = plain.replace(/['’.]/gu, '').split(/[,;/|]/u)
  const school = parts.find((part) => /\buniversit/u.test(part)) ?? parts.find((part) => latinSchool.test(part))
  return (school ?? parts.join(' '))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(latinForms, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Anybody can have an address here, so that sharing one of these domains says nothing. */
const publicDomains = new Set(
  (
    'qq.com foxmail.com vip.qq.com 163.com 126.com yeah.net vip.163.com 188.com sina.com sina.cn sohu.com tom.com 139.com 189.cn ' +
    'wo.cn 21cn.com aliyun.com 263.net gmail.com googlemail.com outlook.com hotmail.com live.com live.cn msn.com yahoo.com ' +
    'yahoo.com.cn yahoo.co.jp icloud.com me.com mac.com proton.me protonmail.com gmx.de gmx.net web.de mail.ru yandex.ru naver.com ' +
    'hanmail.net daum.net zoho.com aol.com orange.fr libero.it ' +
    // reserved for examples (RFC 2606): nobody's employer, and every demo address
    'example.com example.net example.org'
  ).split(' '),
)

/** The registrable domain of an address (`mail.dhu.edu.cn` → `dhu.edu.cn`); null for public mail providers and non-addresses. */
export function employerDomain(address: string): string | null {
  const host = /^[^@\s]+@([^@\s]+\.[^@\s.]+)$/.exec(address.trim().toLowerCase())?.[1]
  if (host === undefined || publicDomains.has(host)) return null
  const labels = host.split('.')
  const [country = '', kind = ''] = [labels.at(-1), labels.at(-2)]
  const second = country.length === 2 && /^(com|edu|org|net|gov|ac|co|or|ne|go)$/.test(kind)
  const domain = labels.slice(second ? -3 : -2).join('.')
  return publicDomains.has(domain) || (second && labels.length < 3) ? null : domain
}

function unaccented(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC')
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text)
}
