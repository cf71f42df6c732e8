@main
struct Paperq {
  @MainActor static func main() {
    print("paperq")
  }
}
