# A Homebrew formula that takes the published tarball. Fill in `sha256` as `shasum -a 256` prints it.
class DongaTui < Formula
  desc "Read The Dong-A Ilbo in a terminal"
  homepage "https://github.com/OWNER/donga-tui"
  url "https://registry.npmjs.org/donga-tui/-/donga-tui-0.1.0.tgz"
  sha256 "0000000000000000000000000000000000000000000000000000000000000000"
  license "MIT"

  depends_on "node"

  def install
    system "npm", "install", *std_npm_args
    bin.install_symlink libexec.glob("bin/*")
    man1.install "man/donga-tui.1"
    generate_completions_from_executable(bin/"donga-tui", "completion", shells: [:bash, :zsh, :fish])
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/donga-tui --version")
    ENV["DONGA_TUI_HOME"] = testpath
    assert_match "title", shell_output("#{bin}/donga-tui headlines --demo --json")
  end
end
