// What every page of ours may say.
export const common = {
  timeLeft: (time: string) => `${time} left`,
  connecting: 'Connecting',
  demo: { mark: 'DEMO', meaning: 'No real money' },
  test: { mark: 'TEST', meaning: 'No real money' },
};
