import { useLocalPath, useT } from '~/i18n/use-t'

export const privacySections = [
  'collect',
  'purpose',
  'judges',
  'publication',
  'talent',
  'receivers',
  'keeping',
  'rights',
  'security',
  'cookies',
  'contact',
] as const

/** One part of the privacy notice; each line of its text is a paragraph, a line that begins with “· ” an item. */
export function PrivacySection({ name }: { name: (typeof privacySections)[number] }) {
  const t = useT('site')
  const to = useLocalPath()
  const blocks = blocksOf(t(`privacy.${name}.text`))
  return (
    <section className="chapter" aria-labelledby={name}>
      <div className="chapter-head">
        <h2 id={name}>{t(`privacy.${name}.title`)}</h2>
      </div>
      <div className="privacy-text">
        {blocks.map((block) =>
          typeof block === 'string' ? (
            <p key={block}>{block}</p>
          ) : (
            <ul key={block[0]}>
              {block.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          ),
        )}
        {name === 'rights' && (
          <p className="row">
            <a className="button" href={to('/account/my-data')}>
              {t('privacy.myData')}
            </a>
          </p>
        )}
      </div>
    </section>
  )
}

/** Paragraphs, and lists of neighbouring items, in the order of the text. */
function blocksOf(text: string): (string | string[])[] {
  const blocks: (string | string[])[] = []
  for (const line of text.split('\n')) {
    if (!line.startsWith('· ')) blocks.push(line)
    else {
      const list = blocks.at(-1)
      if (Array.isArray(list)) list.push(line.slice(2))
      else blocks.push([line.slice(2)])
    }
  }
  return blocks
}
