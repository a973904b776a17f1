import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { composeLetter } from '~/domain/notices/compose-letter'
import type { Notice } from '~/domain/notices/notice'
import { plainText } from '~/domain/notices/plain-text'
import { renderEmail } from '~/gateways/render-email.server'
import type { Lang } from '~/i18n/language'
import { translator } from '~/i18n/i18n.server'

const at = new Date('2026-10-30T07:21:00Z')
const entry = { title: '一线之间 & <系列>𠮷', number: '2026-00123', path: '/my/puyuan-cup-2026/abc' }
const stage = { zh: '初评', en: 'the preliminary round' }
const ALL: Notice[] = [
  { template: 'code', code: '302718', minutes: 10, purpose: 'sign-in' },
  {
    template: 'invitation',
    name: '周序',
    role: 'judge',
    path: '/invitation/abc',
    expiresAt: at,
    note: '初评为一天，线上进行。',
  },
  { template: 'tablet-invitation', name: '周序', path: '/tablet/abc', pin: '118203', expiresAt: at },
  {
    template: 'entry-receipt',
    ...entry,
    version: 2,
    submittedAt: at,
    files: [
      { name: 'A_board.jpg', sha256: 'ab'.repeat(32) },
      { name: 'flats.pdf', sha256: 'cd'.repeat(32) },
    ],
  },
  {
    template: 'entry-returned',
    ...entry,
    reasons: ['效果图上出现了姓名', '缺工艺图'],
    note: '请遮去右下角的签名。',
    until: at,
  },
  { template: 'entry-accepted', ...entry },
  { template: 'entry-rejected', ...entry, reasons: ['作者不是在校学生'], note: '' },
  { template: 'entry-withdrawn', ...entry, withdrawnAt: at },
  {
    template: 'stage-reminder',
    stage,
    marked: 12,
    total: 60,
    closesAt: at,
    path: '/judge/puyuan-cup-2026/preliminary',
  },
  { template: 'result-finalist', ...entry, stage, next: { zh: '决赛', en: 'the final' } },
  { template: 'result-alternate', ...entry, stage, position: 2 },
  { template: 'result-final', ...entry, stage, rank: 1, awards: [] },
  { template: 'result-final', ...entry, stage, rank: 2, awards: [{ zh: '银奖', en: 'Silver' }] },
  { template: 'result-none', ...entry, stage, final: false },
  { template: 'second-factor-reset', at },
  {
    template: 'postponed',
    reason: { zh: '台风', en: 'a typhoon' },
    changes: [{ name: { zh: '征稿', en: 'Call' }, before: '2026-10-31', after: { zh: '11月7日', en: '7 November' } }],
    path: '/e/puyuan-cup-2026',
  },
  { template: 'cancelled', reason: { zh: '', en: '' }, path: '/e/puyuan-cup-2026' },
  {
    template: 'talent-exported',
    organisation: { zh: '示例协会', en: 'Example Association' },
    receiver: '示例针织有限公司',
    purpose: '设计师招聘',
    fields: [
      { zh: '姓名', en: 'name' },
      { zh: '邮箱', en: 'e-mail' },
    ],
    exportedAt: at,
  },
  { template: 'papers-ready', kind: 'receipts', papers: 1508, leftOut: 1, path: '/console/puyuan-cup-2026/papers', until: at },
  {
    template: 'message',
    subject: '决赛安排 <b>',
    body: '各位设计师：\n\n请于3月15日报到。\n地点：濮院。',
    path: '/my',
  },
]

const written = (notice: Notice, lang: Lang) =>
  composeLetter(notice, {
    t: translator(lang, 'notices'),
    lang,
    origin: 'https://jingwei.example',
    event: {
      name: lang === 'en' ? '“Puyuan Cup” Knitwear Designer Contest' : '“濮院杯”中国针织设计师大赛',
      timeZone: 'Asia/Shanghai',
    },
    receiver: '林知夏',
  })

for (const lang of ['zh-CN', 'en'] as const) {
  test.each(ALL)(`$template in ${lang} says everything in HTML, in text and in a text message`, async (notice) => {
    const { letter, sms } = written(notice, lang)
    const html = await renderEmail(letter)
    const text = plainText(letter)
    if (process.env.KEEP_MAILS) {
      mkdirSync(process.env.KEEP_MAILS, { recursive: true })
      writeFileSync(`${process.env.KEEP_MAILS}/${notice.template}-${lang}.html`, html)
      writeFileSync(`${process.env.KEEP_MAILS}/${notice.template}-${lang}.txt`, `${text}\n\n---\n${sms.text}\n`)
    }
    expect(html).toContain(`lang="${lang}"`)
    expect(html).not.toMatch(/<img|url\(|<script|undefined|\[object/)
    expect(html).not.toContain('<b>')
    expect(text + sms.text).not.toMatch(/[{}]|undefined|\[object/)
    if (letter.action) for (const body of [html, text]) expect(body).toContain(letter.action.url)
    if (letter.figure) for (const body of [html, text]) expect(body).toContain(letter.figure.value)
    expect(sms.text.length).toBeLessThan(lang === 'en' ? 230 : 140)
  })
}
