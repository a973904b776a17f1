// breaks: noun-programme
export { fact as other } from '~/domain/booths/fact'
