import Documents
import Drafting
import Findings
import Interview

func draft(_ id: String, _ e: Evaluation, _ f: FindingsResult, _ s: DraftSettings) -> Document? {
  nil
}
