import { z } from 'zod'
import { currencies } from '~/domain/money'
import { Id, Localized } from '~/domain/events/localized'

const Amount = z
  .union([z.number().nonnegative(), z.string()])
  .transform(String)
  .refine((text) => /^\d{1,9}(\.\d{1,2})?$/.test(text), 'must be an amount, such as 800 or 800.50')
const Percent = z.int().min(0).max(100)

/**
 * How tax is taken off what one person gets: an allowance leaves the taxable part, of which the first band that reaches
 * it says the rate, less a fixed deduction. A flat tax is one band.
 */
export const TaxRule = z.strictObject({
  id: Id,
  name: Localized,
  currency: z.enum(currencies).default('CNY'),
  allowance: z
    .array(z.strictObject({ upTo: Amount.optional(), amount: Amount.optional(), percent: Percent.optional() }))
    .default([])
    .describe('what stays free, by the first line that reaches the gross amount'),
  bands: z.array(z.strictObject({ upTo: Amount.optional(), rate: Percent, less: Amount.default('0') })).min(1),
})
export type TaxRule = z.output<typeof TaxRule>

/** Who bears the tax: it is taken off the amount, or the host pays it on top. */
export const Borne = z.enum(['payee', 'host']).default('payee')
export type Borne = z.output<typeof Borne>

export const Sum = z.string().regex(/^[A-Z]{3} \d{1,9}(\.\d{1,2})?$/, 'must be a currency and an amount, such as CNY 50000')

const Fee = z.strictObject({
  stage: Id,
  per: z.enum(['stage', 'work']).default('stage').describe('for the whole stage, or for each work with a full sheet'),
  judge: Sum,
  chair: Sum.optional().describe('that of judges if absent'),
  adviser: Sum.optional().describe('advisers get nothing if absent; always for the whole stage'),
  tax: Id,
  borne: Borne,
})
export type Fee = z.output<typeof Fee>

/** Prize money and judges’ fees: how they are taxed and paid. */
export const Payments = z.strictObject({
  taxes: z.array(TaxRule).min(1),
  prizes: z.strictObject({ tax: Id, borne: Borne }).describe('for awards that name no tax of their own'),
  fees: z.array(Fee).default([]),
})
export type Payments = z.output<typeof Payments>
