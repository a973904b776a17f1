import { join } from 'node:path'
import { env } from '~/env.server'
import { singleton } from '~/singleton.server'
import { folderStorage } from './storage-folder.server'
import { s3Storage } from './storage-s3.server'
import type { Storage } from './stored-object'

/** The storage of this installation. */
export const storage = (): Storage =>
  singleton('storage', () => {
    const { S3_ENDPOINT, S3_BUCKET, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY, DATA_DIR } = env()
    if (S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY) {
      return s3Storage({
        endpoint: S3_ENDPOINT,
        bucket: S3_BUCKET,
        region: S3_REGION,
        accessKeyId: S3_ACCESS_KEY_ID,
        secretAccessKey: S3_SECRET_ACCESS_KEY,
      })
    }
    return folderStorage(join(DATA_DIR, 'files'))
  })
