// breaks: pure-files-do-not-act
// breaks: prisma-behind-server-files
export { Prisma } from '~/generated/prisma/client'
