// Creates the tables and the least that a shop needs before it can sell: one country, a tax, a parcel service, two tills.
const fs = require('node:fs');
const path = require('node:path');
const { bootstrap } = require('@vendure/core');
const { populate } = require('@vendure/core/cli');
const { shop } = require('./config');

const till = (name, settles) => ({
  name,
  handler: { code: 'dummy-payment-handler', arguments: [{ name: 'automaticSettle', value: String(settles) }] },
});

const beginnings = {
  defaultLanguage: 'en',
  defaultZone: 'Europe',
  countries: [{ name: 'Germany', code: 'DE', zone: 'Europe' }],
  taxRates: [{ name: 'Full', percentage: 20 }],
  shippingMethods: [{ name: 'Parcel', price: 500 }],
  paymentMethods: [till('At once', true), till('Later', false)],
  collections: [],
  roles: [],
};

async function main() {
  fs.mkdirSync(path.join(process.env.SHOP_DATA, 'assets'), { recursive: true });
  const app = await populate(() => bootstrap(shop({ createTables: true })), beginnings);
  await app.close();
}

main().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
