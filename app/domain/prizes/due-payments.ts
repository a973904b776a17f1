import type { Localized } from '~/domain/events/localized'
import type { Award } from '~/domain/judging/section'
import type { Fee, Payments } from '~/domain/judging/payment-rules'
import { type Currency, type Money, currencies, readMoney } from '~/domain/money'
import type { PaymentState } from '~/generated/prisma/enums'
import { invariant } from '~/invariant'
import { sharesOf } from './shares'
import { type Taxed, withTax } from './tax'

/** An award in force that has prize money, and who shares it. */
export interface WonPrize {
  stage: string
  entry: string
  award: string
  name: Localized
  work: string
  /** such as CNY 50000 */
  prize: string
  /** EntryAuthor ids in their order */
  people: readonly string[]
  /** weights in force by person; null: equal shares */
  weights: Readonly<Record<string, number>> | null
}

/** A seat of a judged stage that has a fee. */
export interface WorkedSeat {
  stage: string
  stageName: Localized
  seat: string
  isChair: boolean
  scoring: boolean
  /** works with marks of this seat */
  works: number
}

export interface DueLine {
  key: string
  stage: string
  award: string | null
  entry: string | null
  author: string | null
  seat: string | null
  for: Localized
  taxed: Taxed
  tax: Localized
}

/** `CNY 50000` as money. */
export function readSum(sum: string): Money {
  const [currency, amount = ''] = sum.split(' ')
  invariant(currencies.includes(currency as Currency), `a sum was checked: ${sum}`)
  const money = readMoney(amount, currency as Currency)
  invariant(money, `a sum was checked: ${sum}`)
  return money
}

/** Every payment that is due: prizes shared among their makers, each share taxed by itself, and fees of those who judged. */
export function dueLines(
  payments: Payments,
  awards: readonly Pick<Award, 'id' | 'tax'>[],
  prizes: readonly WonPrize[],
  seats: readonly WorkedSeat[],
  /** what remains of a prize where another counts instead, in whole or in part */
  remaining: (prize: WonPrize, full: Money) => Money = (_, full) => full,
): DueLine[] {
  const taxOf = (id: string) => {
    const rule = payments.taxes.find((tax) => tax.id === id)
    invariant(rule, `a tax was checked: ${id}`)
    return rule
  }
  const ofPrizes = prizes.flatMap((prize): DueLine[] => {
    const rule = taxOf(awards.find(({ id }) => id === prize.award)?.tax ?? payments.prizes.tax)
    const due = remaining(prize, readSum(prize.prize))
    if (prize.people.length === 0 || due.minor <= 0n) return []
    return [...sharesOf(due, prize.people, prize.weights)].flatMap(([author, share]) =>
      share.minor === 0n
        ? []
        : [
            {
              key: `prize:${prize.stage}:${prize.entry}:${prize.award}:${author}`,
              stage: prize.stage,
              award: prize.award,
              entry: prize.entry,
              author,
              seat: null,
              for: { zh: `${prize.name.zh}《${prize.work}》`, en: `${prize.name.en}, “${prize.work}”` },
              taxed: withTax(share, rule, payments.prizes.borne),
              tax: rule.name,
            },
          ],
    )
  })
  const ofFees = payments.fees.flatMap((fee) =>
    seats.flatMap((seat): DueLine[] => {
      const amount = seat.stage === fee.stage ? feeOf(fee, seat) : null
      if (!amount || amount.minor === 0n) return []
      const rule = taxOf(fee.tax)
      return [
        {
          key: `fee:${seat.stage}:${seat.seat}`,
          stage: seat.stage,
          award: null,
          entry: null,
          author: null,
          seat: seat.seat,
          for: { zh: `${seat.stageName.zh}评审费`, en: `Judging fee, ${seat.stageName.en}` },
          taxed: withTax(amount, rule, fee.borne),
          tax: rule.name,
        },
      ]
    }),
  )
  return [...ofPrizes, ...ofFees]
}

/** The fee of one seat; null for a judge who gave no mark and an adviser where advisers get nothing. */
function feeOf({ per, judge, chair, adviser }: Fee, seat: WorkedSeat): Money | null {
  if (!seat.scoring && !seat.isChair) return adviser ? readSum(adviser) : null
  if (seat.scoring && seat.works === 0) return null
  const rate = readSum(seat.isChair ? (chair ?? judge) : judge)
  return per === 'work' && seat.scoring ? { ...rate, minor: rate.minor * BigInt(seat.works) } : rate
}

export interface StandingPayment {
  id: string
  key: string
  state: PaymentState
  currency: string
  grossMinor: bigint
  taxMinor: bigint
}

export interface PaymentPlan {
  create: DueLine[]
  /** amounts that changed, or a line that is due again; `again`: what was approved has to be looked at anew */
  change: { id: string; line: DueLine; state: PaymentState; again: boolean }[]
  cancel: string[]
  /** paid, though the list says otherwise now */
  lapse: string[]
  /** paid, and right again */
  restore: string[]
}

/** What drawing the list up again does to the payments there are. What was paid is never touched, only pointed out. */
export function planPayments(standing: readonly StandingPayment[], due: readonly DueLine[]): PaymentPlan {
  const plan: PaymentPlan = { create: [], change: [], cancel: [], lapse: [], restore: [] }
  const known = new Map(standing.map((row) => [row.key, row]))
  for (const line of due) {
    const row = known.get(line.key)
    if (!row) {
      plan.create.push(line)
      continue
    }
    const { gross, tax } = line.taxed
    const same = row.currency === gross.currency && row.grossMinor === gross.minor && row.taxMinor === tax.minor
    if (row.state === 'paid') plan[same ? 'restore' : 'lapse'].push(row.id)
    else if (row.state === 'cancelled') plan.change.push({ id: row.id, line, state: 'due', again: true })
    else if (!same) {
      const state = row.state === 'due' ? 'due' : 'details'
      plan.change.push({ id: row.id, line, state, again: row.state === 'checked' || row.state === 'approved' })
    }
  }
  const wanted = new Set(due.map(({ key }) => key))
  for (const { id, key, state } of standing) {
    if (wanted.has(key) || state === 'cancelled') continue
    plan[state === 'paid' ? 'lapse' : 'cancel'].push(id)
  }
  return plan
}
