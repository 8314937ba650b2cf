/** What a checkout needs after `npm ci` before the command and the site can run: npm calls this as `prepare`. */
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, symlinkSync } from 'node:fs';
import process from 'node:process';

const COMMAND = 'dist/nianbao.js';
const STEPS = ['npx svelte-kit sync', 'npm run messages', 'npm run build:cli', 'npm run build:engine'];

// `npx nianbao` inside the checkout makes npm link it into its cache first, and prepare it each time anew.
if (process.env['npm_command'] === 'exec' && existsSync(COMMAND)) process.exit();

for (const step of STEPS) {
  const { status } = spawnSync(step, { shell: true, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

// npm links the commands of other packages only; on Windows a link needs rights that not everybody has.
if (process.platform !== 'win32') {
  rmSync('node_modules/.bin/nianbao', { force: true });
  symlinkSync(`../../${COMMAND}`, 'node_modules/.bin/nianbao');
}
