import { useT } from '~/i18n/use-t'

interface JudgeCardProps {
  card: { event: string; stage: string; name: string; label: string; url: string; qr: string; pin: string; expiresAt: string }
}

/** A card to print for one judge at a shared tablet: an address as a QR code, and a PIN. Shown this once. */
export function JudgeCard({ card }: JudgeCardProps) {
  const t = useT('console')
  return (
    <>
      <p className="crumb no-print">
        <a href="">← {t('card.back')}</a>
      </p>
      <p className="notice no-print">{t('card.once')}</p>
      <article className="judge-card">
        <header>
          <p>{card.event}</p>
          <h1>
            {card.stage} · {t('card.judge', { label: card.label })}
          </h1>
          <p className="name">{card.name}</p>
        </header>
        <img src={card.qr} alt={t('card.qr')} width="240" height="240" />
        <div>
          <p>{t('card.scan')}</p>
          <p className="pin">
            <span className="visually-hidden">PIN </span>
            {card.pin}
          </p>
          <p className="quiet small">{t('card.until', { until: card.expiresAt })}</p>
          <p className="hash">{card.url}</p>
        </div>
      </article>
      <p className="no-print small">{t('card.print')}</p>
    </>
  )
}
