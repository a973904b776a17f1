/** What the schema’s own sentences about a value say in Chinese; they follow the value itself, in quotation marks. */
const sentences: Readonly<Record<string, string>> = {
  'needs text in at least one language: { zh: …, en: … }': '至少须有一种语言的文字：{ zh: …, en: … }',
  'write the text in zh, in en, or in both': '须写 zh、en 或两者都写',
  'must be lower-case letters, digits and single hyphens, such as “craft-prize”': '应为小写字母、数字和单个连字符，例如“craft-prize”',
  'an id is lower-case letters, digits and single hyphens, such as colour-use': '应为小写字母、数字和单个连字符，例如 colour-use',
  'is not a date; write 2026-08-01, 2026-12-20T17:00, or a range such as 2026-08-01..2026-12-20T17:00':
    '不是日期；请写 2026-08-01、2026-12-20T17:00，或范围 2026-08-01..2026-12-20T17:00',
  'is not a time zone; write an IANA name such as Asia/Shanghai': '不是时区；请写 IANA 名称，例如 Asia/Shanghai',
  'is not an e-mail address': '不是邮箱地址',
  'must be a two-letter country code such as CN': '应为两个字母的国家代码，例如 CN',
  'must be a number or a range such as 1..3': '应为数字或范围，例如 1..3',
  'must be a currency and an amount, such as CNY 50000': '应为币种加金额，例如 CNY 50000',
  'must be a percentage such as 10% or -10%': '应为百分比，例如 10% 或 -10%',
  'must be a length of time such as 20m, 4h or 5d': '应为时长，例如 20m、4h 或 5d',
  'must be one capital letter': '应为一个大写字母',
  'needs an amount (CNY, USD) or a percentage (add)': '须写金额（CNY、USD）或百分比（add）',
  'an anchor is a mark or a range of marks, such as 10 or 7-8': '分档应为一个分数或分数范围，例如 10 或 7-8',
  'is not allowed as a key': '不能用作键',
}

/** A schema’s sentence in Chinese; sentences that carry values keep their list and lose only the words around it. */
export function inChinese(sentence: string): string {
  const known = sentences[sentence]
  if (known) return known
  const named = /^needs a name: .*; keys that bring their own name are (.*)$/.exec(sentence)
  if (named) return `须写名称：{ on: …, name: { zh: …, en: … } }；自带名称的键有 ${named[1]}`
  const tie = /^a tie rule is one of (.*) or criterion:<id>$/.exec(sentence)
  return tie ? `同分规则只能是 ${tie[1]} 或 criterion:<id>` : sentence
}
