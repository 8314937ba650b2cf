#!/usr/bin/env node
import { Command, CommanderError, Option } from 'commander';
import packageJson from '../../package.json' with { type: 'json' };
import { m } from '../lib/paraglide/messages.js';
import { overwriteGetLocale, type Locale } from '../lib/paraglide/runtime.js';
import { CommandError, EXIT, processOutput, type ExitCode, type Output } from './output.ts';

const LANGUAGES: Readonly<Record<string, Locale>> = { zh: 'zh-CN', en: 'en' };

/** The language is needed before parsing: help and errors are words too. */
function localeOf(args: readonly string[]): Locale {
  const named = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const value = args[named]?.split('=')[1] ?? args[named + 1];
  return LANGUAGES[named === -1 ? 'zh' : (value ?? '')] ?? 'zh-CN';
}

const HELP_TITLES: Readonly<Record<string, () => string>> = {
  'Usage:': m.cli_help_title_usage,
  'Arguments:': m.cli_help_title_arguments,
  'Options:': m.cli_help_title_options,
  'Global Options:': m.cli_help_title_global,
  'Commands:': m.cli_help_title_commands
};

function optionText(option: Option): string {
  const more = [
    option.argChoices && m.cli_choices({ values: option.argChoices.join(' | ') }),
    typeof option.defaultValue === 'string' &&
      option.defaultValue !== '' &&
      m.cli_default({ value: option.defaultValue })
  ].filter((part) => typeof part === 'string');
  return more.length === 0 ? option.description : `${option.description} (${more.join('; ')})`;
}

/** `finish` is told the exit code of the command that ran. Each command's own code is loaded when it is called. */
function program(output: Output, finish: (code: ExitCode) => void): Command {
  const nianbao = new Command('nianbao')
    .description(m.cli_about())
    .version(packageJson.version, '-V, --version', m.cli_version_option())
    .addOption(new Option('--lang <zh|en>', m.cli_lang_option()).choices(Object.keys(LANGUAGES)).default('zh'))
    .helpOption('-h, --help', m.cli_help_option())
    .addHelpText('after', m.cli_examples())
    .helpCommand('help [command]', m.cli_help_command())
    .configureHelp({
      showGlobalOptions: true,
      styleTitle: (title) => HELP_TITLES[title]?.() ?? title,
      optionDescription: optionText
    })
    .configureOutput({
      writeOut: (text) => output.data(text),
      // Errors are worded below, once.
      writeErr: () => undefined
    })
    .exitOverride();

  nianbao
    .command('read')
    .description(m.cli_read_about())
    .argument('<path...>', m.cli_paths())
    .option('--json', m.cli_json_option())
    .addHelpText('after', m.cli_read_examples())
    .action(async (paths: string[], options: { json?: true }) => {
      const { runRead } = await import('./read.ts');
      finish(await runRead(paths, options, output));
    });

  nianbao
    .command('check')
    .description(m.cli_check_about())
    .argument('<path...>', m.cli_paths())
    .addOption(new Option('--json', m.cli_json_option()).conflicts('csv'))
    .option('--csv', m.cli_csv_option())
    .option('--units <units.csv>', m.cli_units_option())
    .addHelpText('after', m.cli_check_examples())
    .action(async (paths: string[], options: { json?: true; csv?: true; units?: string }) => {
      const { runCheck } = await import('./check.ts');
      finish(await runCheck(paths, options, output));
    });

  nianbao
    .command('build')
    .description(m.cli_build_about())
    .argument('<path>', m.cli_path())
    .requiredOption('--out <dir>', m.cli_out_option())
    .option('--units <units.csv>', m.cli_units_option())
    .option('--title <name>', m.cli_title_option(), '')
    .option('--demo', m.cli_demo_option())
    .option('--keep-going', m.cli_keep_going_option())
    .addHelpText('after', m.cli_build_examples())
    .action(
      async (path: string, options: { out: string; units?: string; title: string; demo?: true; keepGoing?: true }) => {
        const { runBuild } = await import('./build.ts');
        finish(await runBuild(path, options, output));
      }
    );
  return nianbao;
}

/** Runs one command line (without node and script) and gives its exit code. */
async function run(args: readonly string[], output: Output): Promise<ExitCode> {
  const locale = localeOf(args);
  overwriteGetLocale(() => locale);
  let exitCode: ExitCode = EXIT.fine;
  try {
    await program(output, (code) => (exitCode = code)).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.fine;
      output.message(m.cli_usage_error({ detail: error.message }));
    } else if (error instanceof CommandError) {
      output.message(error.message);
      return error.exitCode;
    } else {
      output.message(
        m.cli_unexpected({ detail: error instanceof Error ? (error.stack ?? error.message) : String(error) })
      );
    }
    return EXIT.refused;
  }
  return exitCode;
}

process.exitCode = await run(process.argv.slice(2), processOutput());
