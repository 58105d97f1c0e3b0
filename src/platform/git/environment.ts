/** Settings over those of the person: nothing that a repository holds is run or followed. */
export const GIT_SETTINGS = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.symlinks=false',
  'submodule.recurse=false',
  'fetch.recurseSubmodules=false',
  'fetch.writeCommitGraph=false',
  'gc.auto=0',
  'maintenance.auto=false',
  'init.templateDir=',
  'protocol.version=2',
  // A server that stops sending is not waited for.
  'http.lowSpeedLimit=1000',
  'http.lowSpeedTime=60',
].flatMap((setting) => ['-c', setting]);
/** Variables that would lead git to another repository, or have it run or write something. */
const LEFT_OUT =
  /^GIT_(DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|COMMON_DIR|NAMESPACE|CEILING_DIRECTORIES|TEMPLATE_DIR|EXTERNAL_DIFF|CONFIG|CONFIG_PARAMETERS|UPLOAD_PACK.*|TRACE.*|PROXY_COMMAND|EXEC_PATH|SHALLOW_FILE)$/;

/** How git is run. */
export interface GitWorld {
  readonly env: NodeJS.ProcessEnv;
  /** May it ask for a password on the terminal? */
  readonly mayAsk: boolean;
}

/** Returns the variables for git in a repository's folder, which it is told apart from any around it. */
export function gitEnvironment(folder: string, { env, mayAsk }: GitWorld): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !LEFT_OUT.test(name));
  return {
    ...Object.fromEntries(kept),
    // Also where the working folder lies within somebody's repository, its settings are not read.
    GIT_DIR: folder,
    GIT_ALLOW_PROTOCOL: 'https:ssh:file',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    LC_ALL: 'C',
    ...(mayAsk
      ? {}
      : {
          GIT_TERMINAL_PROMPT: '0',
          GIT_ASKPASS: '',
          SSH_ASKPASS: '',
          SSH_ASKPASS_REQUIRE: 'never',
        }),
  };
}
