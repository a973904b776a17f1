import type { Localized } from '~/domain/events/localized'

/** The six ways Chinese design calls settle who owns an entry. `text` is what the entrant reads and signs. */
export const rightsModels = {
  'publicity-licence': {
    name: { zh: '作者保留著作权，许可宣传展示', en: 'Author keeps copyright, licence for publicity' },
    text: {
      zh: '参赛作品的著作权归作者所有。作者同意主办单位及承办单位为宣传本届赛事，在展览、画册、网站、新媒体和新闻报道中无偿使用作品的图片、文字和影像，使用时署作者姓名。超出上述范围的任何商业使用，须另行取得作者书面许可。',
      en: 'Copyright in every entry stays with its author. The author allows the hosts and organisers to use pictures, text and film of the work free of charge to publicise this edition of the contest: in exhibitions, catalogues, on websites, in social media and in the press, always naming the author. Any commercial use beyond this needs the author’s separate permission in writing.',
    },
  },
  'organiser-owns': {
    name: { zh: '全部作品归主办单位', en: 'All entries belong to the organiser' },
    text: {
      zh: '自提交之日起，全部参赛作品除署名权等依法不得转让的人身权利外，其著作权中的财产权归主办单位所有。主办单位可以复制、展览、发行、改编和许可他人使用，使用时署作者姓名。作者本人可将作品用于个人作品集和学术交流。',
      en: 'From the day of submission, the economic rights in every entry belong to the organiser; the right to be named as author and other moral rights stay with the author as the law requires. The organiser may reproduce, exhibit, distribute, adapt and license the work, naming the author. The author may show the work in a portfolio and in academic exchange.',
    },
  },
  'top-prizes-assigned': {
    name: { zh: '主要奖项作品归主办单位', en: 'Top prizes are assigned to the organiser' },
    text: {
      zh: '获得前三等奖项的作品，其著作权中的财产权自领取奖金之日起转让给主办单位；作者保留署名权。其余参赛作品的著作权归作者所有，作者同意主办单位为宣传赛事无偿使用其图片、文字和影像，并署作者姓名。',
      en: 'For works that win one of the top three prizes, the economic rights pass to the organiser when the prize is paid; the author keeps the right to be named. For all other entries copyright stays with the author, who allows the organiser to use pictures, text and film free of charge to publicise the contest, naming the author.',
    },
  },
  'register-and-assign': {
    name: { zh: '登记著作权并转让', en: 'Register and assign' },
    text: {
      zh: '入围作者须在规定期限内办理作品著作权登记，并与主办单位签署著作权转让协议。主办单位指定的机构可以就作品进行交易和商业开发，收益分配以转让协议为准。未按期办理登记或不签署协议的，视为放弃入围资格。',
      en: 'Finalists register the copyright in their work within the stated time and sign an assignment with the organiser. A body named by the organiser may trade and develop the work; how proceeds are shared is set out in the assignment. Finalists who do not register or sign in time give up their place.',
    },
  },
  'finalists-to-sponsor': {
    name: { zh: '入围作品归冠名单位', en: 'Finalists’ works belong to the title sponsor' },
    text: {
      zh: '入围作品著作权中的财产权归冠名单位所有，作者保留署名权。冠名单位将作品投产、销售或出租的，应按双方约定的比例向作者支付报酬，并每年提供一次结算明细。未入围作品的著作权归作者所有。',
      en: 'The economic rights in finalists’ works belong to the title sponsor; the author keeps the right to be named. If the sponsor produces, sells or rents out the work, it pays the author the agreed share and accounts for it once a year. Copyright in entries that do not reach the final stays with their authors.',
    },
  },
  'first-purchase': {
    name: { zh: '作者保留著作权，主办单位优先购买', en: 'Author keeps copyright, organiser may buy first' },
    text: {
      zh: '参赛作品的著作权归作者所有。自结果公布之日起六个月内，主办单位在同等条件下享有优先购买权：作者拟转让或许可他人商业使用作品的，应先以书面形式告知主办单位，主办单位在十五日内未书面接受的，作者可以自行处置。主办单位可为宣传赛事无偿使用作品的图片、文字和影像，并署作者姓名。',
      en: 'Copyright in every entry stays with its author. For six months after the results are published the organiser may buy first on equal terms: an author who means to sell or license the work tells the organiser in writing, and is free to proceed if the organiser does not accept in writing within fifteen days. The organiser may use pictures, text and film free of charge to publicise the contest, naming the author.',
    },
  },
} as const satisfies Record<string, { name: Localized; text: Localized }>

export type RightsModel = keyof typeof rightsModels
export const rightsModelIds = Object.keys(rightsModels) as [RightsModel, ...RightsModel[]]
