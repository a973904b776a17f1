import { db } from '~/db.server'
import { publishRows } from './publish-rows'
import { judgedCup } from './published-cup'

export const TAXES = [
  { id: 'windfall', name: { zh: '偶然所得', en: 'Windfall income' }, currency: 'CNY', allowance: [], bands: [{ rate: 20, less: '0' }] },
  {
    id: 'labour',
    name: { zh: '劳务报酬所得', en: 'Income from labour' },
    currency: 'CNY',
    allowance: [{ upTo: '4000', amount: '800' }, { percent: 20 }],
    bands: [
      { upTo: '20000', rate: 20, less: '0' },
      { upTo: '50000', rate: 30, less: '2000' },
      { rate: 40, less: '7000' },
    ],
  },
]

/** Puts prize money on gold and rules for payments into an event’s stored config. */
export async function withPrizeMoney(eventId: string, gold = 'CNY 50000'): Promise<void> {
  const { config } = await db.event.findUniqueOrThrow({ where: { id: eventId }, select: { config: true } })
  const { contest, ...rest } = config as { contest: { awards: { id: string }[] } }
  const awards = contest.awards.map((award) => (award.id === 'gold' ? { ...award, prize: gold } : award))
  const fees = [{ stage: 'preliminary', per: 'stage', judge: 'CNY 3000', chair: 'CNY 4000', tax: 'labour', borne: 'payee' }]
  const payments = { taxes: TAXES, prizes: { tax: 'windfall', borne: 'payee' }, fees }
  await db.event.update({ where: { id: eventId }, data: { config: { ...rest, contest: { ...contest, awards, payments } } } })
}

/** The cup with a published final: gold goes to the finalist’s work by two authors, each with an account. */
export async function wonCup() {
  const cup = await judgedCup()
  await cup.publish()
  const { slug, finalist, works } = cup
  const [, , second] = works
  await withPrizeMoney(slug)
  if (!second) throw new Error('six works')
  const { id: coauthor } = await db.entryAuthor.create({
    data: {
      eventId: slug,
      entryId: finalist.id,
      id: `co-${finalist.id}`,
      role: 'author',
      position: 1,
      name: '合作者',
      email: `co-${finalist.id}@example.com`,
    },
  })
  const row = { category: 'academic', group: 'academic', track: null, total: '80.00', judges: 7, standing: 'place' as const }
  await publishRows(slug, 'final', [
    { ...row, entry: finalist.id, rank: 1 },
    { ...row, entry: second.id, rank: 2 },
  ])
  return { ...cup, coauthor }
}

export const account = {
  accountName: '林知夏',
  bank: '示例银行桐乡支行',
  accountNumber: '6222 0000 1111 2222 333',
  idKind: 'resident',
  idNumber: '11010519491231002X',
}
