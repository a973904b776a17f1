import { Form } from '@remix-run/react'
import { useT } from '~/i18n/use-t'
import type { BoardView } from '~/routes/console/live-board.server'

/** The hall's address, and whether names stand on its screen. */
export function HallSettings({ board }: { board: BoardView }) {
  const t = useT('live')
  return (
    <section>
      <h2>{t('hall.title')}</h2>
      <dl className="facts">
        <dt>{t('hall.address')}</dt>
        <dd>
          <a className="live-address" href={board.hall} target="_blank" rel="noreferrer">
            {board.hall}
          </a>
          <p className="quiet small">{t('hall.addressWhat')}</p>
        </dd>
        <dt>{t('hall.names')}</dt>
        <dd>{board.namesShown ? t('hall.namesShown') : t('hall.namesHidden')}</dd>
      </dl>
      <div className="deed">
        <Form method="post" preventScrollReset>
          <input type="hidden" name="shown" value={board.namesShown ? 'no' : 'yes'} />
          <button className="button button--small" name="intent" value="names">
            {board.namesShown ? t('hall.hideNames') : t('hall.showNames')}
          </button>
        </Form>
        <Form method="post" preventScrollReset>
          <button className="button button--small" name="intent" value="new-address">
            {t('hall.newAddress')}
          </button>
        </Form>
        <p>{t('hall.what')}</p>
      </div>
    </section>
  )
}
