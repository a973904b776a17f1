import { describeRulebook } from '~/domain/judging/describe-rulebook'
import { textIn } from '~/domain/judging/rulebook-text'
import { anchorRange, isMeasured } from '~/domain/judging/rulebook'
import type { Criterion, Rulebook } from '~/domain/judging/rulebook'
import { useLang } from '~/i18n/use-t'
import { sentenceIn } from './rule-sentence'
import { useContestT } from './use-contest-t'

/** Every rule as a sentence, grouped by what it is about, in the order in which they are applied. */
export function RulebookSentences({ rulebook, jury }: { rulebook: Rulebook; jury: string[] }) {
  const t = useContestT()
  const lang = useLang()
  const sentences = describeRulebook(rulebook)
  const topics = [...new Set(sentences.map(({ topic }) => topic))]
  return (
    <section className="chapter" aria-labelledby="rules">
      <div className="chapter-head">
        <h2 id="rules">{t('rulebook.sentences')}</h2>
        <p>{t('rulebook.sentencesNote')}</p>
      </div>
      <dl className="rules">
        <div>
          <dt>{t('rulebook.panel')}</dt>
          <dd>
            <p>{jury.join(lang === 'en' ? ', ' : '，') + (lang === 'en' ? '.' : '。')}</p>
          </dd>
        </div>
        {topics.map((topic) => (
          <div key={topic}>
            <dt>{t(`rulebook.topic.${topic}`)}</dt>
            <dd>
              {sentences
                .filter((sentence) => sentence.topic === topic)
                .map((sentence) => (
                  <p key={sentence.en}>{sentenceIn(sentence, lang)}</p>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What each mark stands for, criterion by criterion: the bands as judges see them. */
export function RulebookMarks({ rulebook: { criteria } }: { rulebook: Rulebook }) {
  const t = useContestT()
  if (!criteria.some((criterion) => !isMeasured(criterion) && criterion.anchors)) return null
  return (
    <section className="chapter" aria-labelledby="marks">
      <div className="chapter-head">
        <h2 id="marks">{t('rulebook.marks')}</h2>
        <p>{t('rulebook.marksNote')}</p>
      </div>
      <div>
        {criteria.map((criterion) => (
          <CriterionMarks key={criterion.id} criterion={criterion} />
        ))}
      </div>
    </section>
  )
}

function CriterionMarks({ criterion }: { criterion: Criterion }) {
  const t = useContestT()
  const language = useLang() === 'en' ? 'en' : 'zh'
  if (isMeasured(criterion)) return null
  const { min, max, step, anchors = {} } = criterion
  const bands = Object.entries(anchors).sort(([a], [b]) => (anchorRange(b)?.[0] ?? 0) - (anchorRange(a)?.[0] ?? 0))
  return (
    <table className="bands">
      <caption>
        {textIn(criterion.name, language)}{' '}
        <small>
          {t('rulebook.weight', { weight: String(criterion.weight) })}
          {t('comma')}
          {t('rulebook.range', { min: String(min), max: String(max), step: String(step) })}
        </small>
        {criterion.description && <span>{textIn(criterion.description, language)}</span>}
      </caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t('rulebook.band')}</th>
          <th scope="col">{t('rulebook.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {bands.map(([band, text]) => (
          <tr key={band}>
            <th scope="row">{band.replace('-', '–')}</th>
            <td>{textIn(text, language)}</td>
          </tr>
        ))}
        {bands.length === 0 && (
          <tr>
            <td colSpan={2}>{t('rulebook.none')}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
