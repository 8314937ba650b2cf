// Browser tests need Chromium and a Chinese font. Where they are missing and Debian's packages may be installed, this
// installs them; else it says what to install and fails.
import { execFileSync, spawnSync } from 'node:child_process';
import { findChromium } from './find-chromium.js';

const hasFont = () => {
  const found = spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' });
  return found.status === 0 && found.stdout.trim() !== '';
};

const missing = [...(findChromium() ? [] : ['chromium']), ...(hasFont() ? [] : ['fontconfig', 'fonts-noto-cjk'])];

if (missing.length > 0) {
  const mayInstall =
    process.platform === 'linux' && process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0;
  if (!mayInstall) {
    console.error(
      `Browser tests need ${missing.join(' and ')}. On Debian or Ubuntu: sudo apt-get install ${missing.join(' ')}. ` +
        'Elsewhere install Chromium and a Chinese font, and name the browser with CHROMIUM=/path/to/chromium.'
    );
    process.exit(1);
  }
  const apt = (/** @type {string[]} */ ...words) =>
    execFileSync('apt-get', words, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', ...missing);
}
