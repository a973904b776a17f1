import type { Chance } from '~/ui/cloth/chance'
import { shapeNames, styleNames } from './boards/work'
import type { Work } from './boards/work'

const first = [...'潮雾霜麦苔盐瓦雁萤砚灯渡荷竹茧砂']
const second = [...'生间线纹语影信途针絮河序']
const things = ['山外', '旧巷', '夜航', '水岸', '檐下', '风里', '田埂', '渡口', '雨前', '窑火', '晒场', '海堤']
const after = ['小雪', '新枝', '无声', '有信', '成行', '余温', '两针', '慢板', '来处', '回声', '来信', '微光']
const english = [
  'Salt Lines',
  'Slow Tide',
  'Ribbed Weather',
  'Loop Theory',
  'A Quiet Gauge',
  'Field Notes',
  'Second Skin',
  'Low Sun',
  'Borrowed Wool',
  'Undercurrent',
  'Twelve Gauge',
  'Night Ferry',
]

/** Titles in an order that the seed decides; long enough a list that a small demo has no title twice. */
export function drawTitle(draw: Chance, locale: 'zh-CN' | 'en'): string {
  if (locale === 'en') return draw.pick(english)
  const kind = draw.next()
  if (kind < 0.45) return draw.pick(first) + draw.pick(second)
  if (kind < 0.85) return draw.pick(things) + draw.pick(after)
  return `${draw.pick(things)}·${draw.pick(first)}${draw.pick(second)}`
}

const sources = [
  '老机房里停下的横机',
  '晾晒场上的毛线',
  '江南雨季的青石板',
  '冬天渔港的缆绳',
  '外婆织到一半的毛衣',
  '夜班后空着的食堂',
  '梯田收割后的轮廓',
  '旧地图上的等高线',
]
const questions = [
  '一件毛衣能不能记住一条路',
  '成形编织能不能没有一块废料',
  '纱线的粗细能不能当作光线来用',
  '同一块花型能不能适合三代人',
  '组织的松紧能不能代替拼接',
  '一台机器能不能织出手的犹豫',
]
const wearers = ['通勤路上的年轻人', '在老城里骑车的人', '长时间站立工作的手艺人', '不愿意为冬天换一身衣服的人', '第一次自己挑毛衣的学生']
const endings = [
  '全系列共用四种纱线，可以在同一台机器上打样。',
  '边缘全部成形收针，不裁剪，余料约为百分之二。',
  '领口与袖口用同一组罗纹，尺码可以放缩。',
  '颜色由纱线并股得到，不另行染色。',
  '每一套都可以单独穿着，也可以互相叠穿。',
]

function chinese(work: Work, draw: Chance): string {
  return `系列从${draw.pick(sources)}出发，想问${draw.pick(questions)}。主体为${shapeNames[work.main.shape]}与${shapeNames[work.second.shape]}，以${styleNames[work.style]}把颜色的移动交给组织来完成。原料为${plain(work.yarn.fibre)}，${work.needle}针编织，克重约${work.weight}克。为${draw.pick(wearers)}设计。${draw.pick(endings)}`
}

const englishSources = [
  'a flatbed machine that has stood still for years',
  'wool drying in a yard',
  'ropes in a winter harbour',
  'the contour lines of an old map',
]
const englishEndings = [
  'All looks share four yarns and can be sampled on one machine.',
  'Every edge is fully fashioned, so almost nothing is cut away.',
  'Colours come from plying yarns; nothing is dyed again.',
]

function inEnglish(work: Work, draw: Chance): string {
  return `The collection begins with ${draw.pick(englishSources)} and asks whether structure can carry a colour from one look to the next. Knitted in ${work.needle} gauge, about ${work.weight} g a garment. ${draw.pick(englishEndings)}`
}

const plain = (fibre: string) => fibre.replace(/\s+/g, '').replace(/%(?=.)/g, '%、')

const techniqueOf: Record<string, string> = {
  tide: 'intarsia',
  zigzag: 'jacquard',
  bands: 'jacquard',
  scales: 'jacquard',
  diamonds: 'intarsia',
  blocks: 'intarsia',
}

/** Answers to the entry form, agreeing with what the sheets of the work show. */
export function drawFields(
  work: Work,
  title: string,
  draw: Chance,
  { locale, digital }: { locale: 'zh-CN' | 'en'; digital: boolean },
): Record<string, string | string[]> {
  const main = techniqueOf[work.style] ?? 'jacquard'
  return {
    title,
    concept: locale === 'en' ? inEnglish(work, draw) : chinese(work, draw),
    looks: String(draw.int(3, 5)),
    knit: String(draw.pick([70, 75, 80, 85, 90, 95, 100])),
    yarn: `${plain(work.yarn.fibre)}，${work.yarn.count.replace(/\s+/g, '')}`,
    gauge: locale === 'en' ? `${work.needle} gg flatbed` : `${work.needle}针电脑横机`,
    technique: draw.next() < 0.5 ? [main] : [main, 'fully-fashioned'],
    ...(digital ? { tools: draw.pick(['数字制版与虚拟样衣', '参数化花型生成', '三维试衣软件', '智能编织程序']) } : {}),
  }
}
