// breaks: prisma-behind-server-files
export { Prisma } from '~/generated/prisma/client'
