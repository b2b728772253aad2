// Serves the shop until it is told to stop.
const { bootstrap, JobQueueService } = require('@vendure/core');
const { shop } = require('./config');

process.on('SIGTERM', () => process.exit(0));
bootstrap(shop({ createTables: false }))
  .then(async (app) => {
    await app.get(JobQueueService).start();
    console.log('READY');
  })
  .catch((error) => {
    console.error(error);
    process.exit(1);
  });
