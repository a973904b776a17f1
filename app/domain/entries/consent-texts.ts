import type { Localized } from '~/domain/events/localized'
import type { ConsentKind } from '~/generated/prisma/enums'

/** What a person agrees to, word for word as it is shown and kept. */
export const consentTexts: Record<ConsentKind, Localized> = {
  talent_pool: {
    zh: '若我的作品入围或获奖，同意主办单位将我的姓名、院校或单位、国家或地区、作品名称与图片及获奖情况纳入设计师人才库，并向有需求的企业提供。每一次提供的对象与用途都会记录并告知我。',
    en: 'If my work reaches the final or wins, the host may list my name, school or employer, country, the work’s title and pictures and the award in its talent pool, and give them to companies that ask. Every time, to whom and for what is recorded and told to me.',
  },
  direct_contact: {
    zh: '同意主办单位在上述情形下一并提供我的手机号和邮箱，企业可以直接与我联系。',
    en: 'In these cases the host may also pass on my mobile number and e-mail address, so that companies can contact me directly.',
  },
}
