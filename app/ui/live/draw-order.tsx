import { Form } from '@remix-run/react'
import { useT } from '~/i18n/use-t'

/** The seed of the draw, open to everyone, and the draw. */
export function DrawOrder({ seed, drawn }: { seed: number; drawn: boolean }) {
  const t = useT('live')
  return (
    <section>
      <h2>{drawn ? t('draw.again') : t('draw.title')}</h2>
      <Form method="post" className="deed" preventScrollReset>
        <div className="field">
          <label htmlFor="seed">{t('draw.seed')}</label>
          <input
            id="seed"
            name="seed"
            inputMode="numeric"
            pattern="[0-9]{1,10}"
            required
            defaultValue={seed}
            className="num"
            autoComplete="off"
          />
        </div>
        <button className={drawn ? 'button' : 'button button--act'} name="intent" value="draw">
          {t('draw.do')}
        </button>
        <p>{t('draw.what')}</p>
      </Form>
    </section>
  )
}
