import type { Chance } from '~/ui/cloth/chance'

const surnames = [
  ...'林陈黄郑王李张刘赵吴周徐孙马朱胡郭何高罗梁宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺顾毛郝龚邵',
]
const given = [
  '知夏',
  '以宁',
  '砚秋',
  '若溪',
  '听澜',
  '景行',
  '书桐',
  '云舒',
  '念慈',
  '子衿',
  '予安',
  '清禾',
  '思齐',
  '望舒',
  '佳禾',
  '星野',
  '晚晴',
  '承宇',
  '亦凡',
  '可染',
  '雨田',
  '沐阳',
  '千寻',
  '嘉树',
  '南乔',
  '未央',
  '宛如',
  '文澜',
  '初阳',
  '静之',
  '语嫣',
  '明珠',
  '浩然',
  '梓萱',
  '俊杰',
  '婉清',
  '立言',
  '采薇',
  '一诺',
  '长风',
  '如意',
  '素锦',
  '怀瑾',
  '向北',
  '小满',
  '立夏',
  '白露',
  '霜降',
]
/** Names that not every system can write: outside the first plane of Unicode, or missing in many fonts. */
const rareGiven = ['𠮷宁', '㛃', '䶮', '𬍛', '祎喆', '龑', '璟雯', '堃', '𫖯', '昇旸']
const abroad = [
  { name: 'Marta Rossi', country: 'IT', school: 'Istituto Esempio di Moda', company: 'Maglificio Esempio' },
  { name: 'Aoife Byrne', country: 'IE', school: 'Example College of Art', company: 'Example Knit Studio' },
  { name: 'Tomás Ferreira', country: 'PT', school: 'Escola Exemplo de Design', company: 'Malhas Exemplo' },
  { name: '𠮷田 千夏', latin: 'Chinatsu Yoshida', country: 'JP', school: 'サンプル服装大学', company: 'サンプルニット' },
  { name: 'Zoë Müller-Łukasz', country: 'DE', school: 'Beispiel Hochschule für Mode', company: 'Strickwerk Beispiel' },
  { name: '김서연', latin: 'Kim Seo-yeon', country: 'KR', school: '예시패션대학교', company: '예시니트' },
  { name: 'Nguyễn Thu Hà', country: 'VN', school: 'Đại học Mẫu', company: 'Dệt kim Mẫu' },
  { name: "Siobhán O'Neill", country: 'GB', school: 'Example School of Textiles', company: 'Example Yarns' },
]
const schools = ['示例纺织大学', '示例服装学院', '示例美术学院', '示例工程大学', '示例职业技术学院', '示例师范大学', '示例理工学院']
const companies = ['示例针织有限公司', '示例毛纱科技', '示例服饰', '示例羊绒股份', '示例设计工作室', '示例成衣研究所']

export interface Designer {
  name: string
  nameLatin: string
  country: string
  school: string
  company: string
  locale: 'zh-CN' | 'en'
}

const pick = (draw: Chance) => draw.pick(surnames) + draw.pick(given)

/** A person who does not exist. One in eight comes from abroad, one in twelve has a name that is hard to write. */
export function drawDesigner(draw: Chance): Designer {
  const kind = draw.next()
  if (kind < 1 / 8) {
    const { name, latin, country, school, company } = draw.pick(abroad)
    return { name, nameLatin: latin ?? name, country, school, company, locale: 'en' }
  }
  const name = kind < 1 / 8 + 1 / 12 ? draw.pick(surnames) + draw.pick(rareGiven) : pick(draw)
  return { name, nameLatin: '', country: 'CN', school: draw.pick(schools), company: draw.pick(companies), locale: 'zh-CN' }
}

/** 指导教师 of a student. */
export const drawTeacher = (draw: Chance): string => pick(draw)

/** The panel: 甲, 乙, 丙 … each with a name and a house of their own. */
export const seatLabel = (index: number): string => [...'甲乙丙丁戊己庚辛壬癸'][index] ?? `评委${index + 1}`

const judgeNames = ['沈砚秋', '周慕白', '何静之', 'Elena Bianchi', '陆景行', '唐素锦', '钟䶮', '许文澜']
const judgeHouses = [
  '示例针织研究院',
  '示例服装学院',
  '示例时装周组委会',
  'Maglia Esempio',
  '示例羊绒股份',
  '示例面料图书馆',
  '示例纺织大学',
  '示例买手店',
]

export function judgeAt(index: number, draw: Chance): { name: string; affiliation: string; locale: 'zh-CN' | 'en' } {
  const name = judgeNames[index] ?? pick(draw)
  return { name, affiliation: judgeHouses[index] ?? draw.pick(companies), locale: /^[A-Z]/.test(name) ? 'en' : 'zh-CN' }
}
