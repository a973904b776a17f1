import { z } from 'zod'

const line = (max: number) => z.string().trim().max(max)

/** What a company tells when it applies to exhibit. A mainland company has a credit code of 18 signs (GB 32100). */
export const CompanyForm = z
  .object({
    nameZh: line(80),
    nameEn: line(120),
    country: z.enum(['CN', 'OTHER']).catch('CN'),
    taxNumber: line(40).transform((text) => text.toUpperCase()),
    brands: line(200),
    products: line(200),
    editions: z
      .string()
      .trim()
      .regex(/^\d{0,2}$/)
      .transform(Number),
  })
  .superRefine(({ nameZh, nameEn, country, taxNumber }, check) => {
    if (country === 'CN' ? nameZh === '' : nameZh === '' && nameEn === '')
      check.addIssue({ code: 'custom', path: ['nameZh'], message: 'missing' })
    if (country === 'CN' && !/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(taxNumber))
      check.addIssue({ code: 'custom', path: ['taxNumber'], message: 'wrong' })
  })
export type CompanyForm = z.output<typeof CompanyForm>
