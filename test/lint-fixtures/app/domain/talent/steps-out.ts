// breaks: noun-talent
export { fact as other } from '~/domain/matchmaking/fact'
