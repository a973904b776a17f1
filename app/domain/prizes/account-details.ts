import { z } from 'zod'

const text = (most: number) => z.string().trim().min(2).max(most)
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** 公民身份号码: the last of 18 characters is the check digit of ISO 7064 MOD 11-2 over the others (GB 11643). */
export function isResidentNumber(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(number[at]), 0)
  return '10X98765432'[sum % 11] === number[17]
}

const compact = z.string().transform((typed) => typed.replace(/[\s-]/g, '').toUpperCase())

/** What a payee says so that money can reach them and tax be paid for them. Asked only when a payment is due. */
export const AccountDetails = z
  .object({
    accountName: text(60),
    bank: text(100),
    accountNumber: compact.pipe(z.string().regex(/^[0-9A-Z]{8,34}$/)),
    idKind: z.enum(['resident', 'passport']),
    idNumber: compact.pipe(z.string().regex(/^[0-9A-Z]{5,20}$/)),
  })
  .refine(({ idKind, idNumber }) => idKind !== 'resident' || isResidentNumber(idNumber), { path: ['idNumber'] })
export type AccountDetails = z.output<typeof AccountDetails>

export const DETAIL_FIELDS = ['accountName', 'bank', 'accountNumber', 'idNumber'] as const

/** The last four characters: enough to recognise an account, too little to use it. */
export const tailOf = (number: string): string => number.slice(-4)
