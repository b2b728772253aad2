// A shop on one SQLite file. SHOP_DATA is its folder, PORT where it listens on the loopback.
const path = require('node:path');
const vendure = require('@vendure/core');
const { AssetServerPlugin } = require('@vendure/asset-server-plugin');

const folder = process.env.SHOP_DATA;

exports.shop = ({ createTables }) => ({
  logger: new vendure.DefaultLogger({ level: vendure.LogLevel.Warn }),
  apiOptions: {
    hostname: '127.0.0.1',
    port: Number(process.env.PORT ?? 0),
    adminApiPath: 'admin-api',
    shopApiPath: 'shop-api',
  },
  authOptions: {
    tokenMethod: ['bearer', 'api-key', 'cookie'],
    superadminCredentials: { identifier: 'superadmin', password: 'superadmin' },
    cookieOptions: { secret: 'for tests only' },
    requireVerification: false,
  },
  dbConnectionOptions: {
    type: 'better-sqlite3',
    database: path.join(folder, 'shop.sqlite'),
    synchronize: createTables,
    migrations: [],
  },
  customFields: {
    Order: process.env.NAMELESS ? [] : [{ name: 'clientKey', type: 'string', unique: true, nullable: true }],
  },
  paymentOptions: { paymentMethodHandlers: [vendure.dummyPaymentHandler] },
  plugins: [
    AssetServerPlugin.init({ route: 'assets', assetUploadDir: path.join(folder, 'assets') }),
    vendure.DefaultJobQueuePlugin.init({ pollInterval: 500 }),
  ],
});
